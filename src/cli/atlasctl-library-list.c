/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlasctl-library.h"

#include "atlasctl-output.h"

#include <glib/gi18n.h>

/* --- list ------------------------------------------------------------------------------ */

static gboolean
find_sort (const char *id,
           AtlasLibrarySort *sort)
{
  static const struct
  {
    const char *id;
    AtlasLibrarySort sort;
  } sorts[] = {
    { "newest", ATLAS_LIBRARY_NEWEST },
    { "oldest", ATLAS_LIBRARY_OLDEST },
    { "imported", ATLAS_LIBRARY_LAST_IMPORTED },
    { "title", ATLAS_LIBRARY_TITLE },
  };

  *sort = ATLAS_LIBRARY_NEWEST;
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (id != NULL && g_str_equal (id, sorts[i].id))
      {
        *sort = sorts[i].sort;
        return TRUE;
      }
  return id == NULL;
}

/**
 * atlasctl_library_check_list:
 */
gboolean
atlasctl_library_check_list (AtlasctlLibraryCall *self)
{
  AtlasLibrarySort sort;
  AtlasDay from, to;

  if (find_sort (self->options->sort, &sort))
    return atlasctl_call_parse_range (self->call, self->options->from, self->options->to, &from, &to);
  atlasctl_refuse (self->call, _ ("--sort: write newest, oldest, imported or title"));
  return FALSE;
}

static void
build_items (JsonBuilder *builder,
             const GPtrArray *items)
{
  atlasctl_json_start_array (builder, "articles");
  for (guint i = 0; i < items->len; i++)
    {
      const AtlasLibraryItem *item = g_ptr_array_index (items, i);

      json_builder_begin_object (builder);
      atlasctl_json_string (builder, "key", item->key);
      atlasctl_json_string (builder, "title", item->title);
      atlasctl_json_known (builder, "date", item->date);
      atlasctl_json_known (builder, "lang", item->language);
      atlasctl_json_known (builder, "publisher", item->publisher);
      atlasctl_json_known (builder, "author", item->author);
      atlasctl_json_known (builder, "address", item->address);
      atlasctl_json_time (builder, "imported", item->imported_at);
      atlasctl_json_time (builder, "read", item->read_at);
      atlasctl_json_time (builder, "deleted", item->deleted_at);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const GPtrArray *items)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  build_items (builder, items);
  json_builder_end_object (builder);
  atlasctl_print_json (builder);
}

static void
print_table (const GPtrArray *items,
             AtlasctlFormat format)
{
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (5);

  if (format == ATLASCTL_CSV)
    atlasctl_table_add (table, "key", "date", "lang", "publisher", "title", NULL);
  else if (items->len == 0)
    atlasctl_print (_ ("There are no such articles.\n"));
  for (guint i = 0; i < items->len; i++)
    {
      const AtlasLibraryItem *item = g_ptr_array_index (items, i);

      atlasctl_table_add (table, item->key, item->date, item->language, item->publisher, item->title, NULL);
    }
  if (format == ATLASCTL_CSV)
    atlasctl_table_print_csv (table);
  else
    atlasctl_table_print_text (table);
}

/**
 * atlasctl_library_list:
 */
AtlasctlExit
atlasctl_library_list (AtlasctlLibraryCall *self)
{
  const AtlasctlLibraryOptions *options = self->options;
  AtlasLibraryQuery query = {
    .country = options->country,
    .organisation = options->organisation,
    .tag = options->tag,
    .language = options->language,
    .read = options->unread ? ATLAS_LIBRARY_UNREAD : ATLAS_LIBRARY_READ_OR_NOT,
    .deleted = options->deleted,
    .limit = (guint) options->limit,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;

  find_sort (options->sort, &query.sort);
  atlasctl_call_parse_range (self->call, options->from, options->to, &query.from, &query.until);
  items = atlas_library_list (self->library, &query, NULL, &error);
  if (items == NULL)
    return atlasctl_fail (error);
  if (self->call->format == ATLASCTL_JSON)
    print_json (items);
  else
    print_table (items, self->call->format);
  return ATLASCTL_DONE;
}

/* --- tags --------------------------------------------------------------------------------- */

/**
 * atlasctl_library_list_tags:
 */
AtlasctlExit
atlasctl_library_list_tags (AtlasctlLibraryCall *self)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) tags = atlas_library_list_tags (self->library, NULL, &error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (AtlasctlTable) table = atlasctl_table_new (1);

  if (tags == NULL)
    return atlasctl_fail (error);
  json_builder_begin_object (builder);
  atlasctl_json_start_array (builder, "tags");
  if (self->call->format == ATLASCTL_CSV)
    atlasctl_table_add (table, "tag", NULL);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      json_builder_add_string_value (builder, tags[i]);
      atlasctl_table_add (table, tags[i], NULL);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (self->call->format == ATLASCTL_JSON)
    atlasctl_print_json (builder);
  else if (self->call->format == ATLASCTL_CSV)
    atlasctl_table_print_csv (table);
  else
    atlasctl_table_print_text (table);
  return ATLASCTL_DONE;
}

/* --- show ---------------------------------------------------------------------------------- */

static void
build_mentions (JsonBuilder *builder,
                const char *name,
                const AtlasLibraryArticle *article,
                int block)
{
  const char *text = atlas_library_entry_get_text_at (article->entry, block);

  atlasctl_json_start_array (builder, name);
  for (guint i = 0; i < article->links->mentions->len; i++)
    {
      const AtlasLibraryMention *mention = &g_array_index (article->links->mentions, AtlasLibraryMention, i);
      g_autofree char *words = NULL;
      g_autofree char *why = NULL;

      if (mention->block != block)
        continue;
      words = g_utf8_substring (text, mention->start, mention->end);
      why = atlas_library_mention_get_why (mention);
      json_builder_begin_object (builder);
      atlasctl_json_string (builder, mention->is_organisation ? "org" : "country", mention->target);
      atlasctl_json_number (builder, "start", mention->start);
      atlasctl_json_number (builder, "end", mention->end);
      atlasctl_json_string (builder, "text", words);
      atlasctl_json_string (builder, "kind", atlas_form_kind_to_id (mention->kind));
      atlasctl_json_boolean (builder, "doubtful", mention->doubtful);
      atlasctl_json_boolean (builder, "corrected", mention->corrected);
      atlasctl_json_string (builder, "why", why);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
build_facts (JsonBuilder *builder,
             const AtlasLibraryEntry *entry)
{
  atlasctl_json_string (builder, "key", entry->key);
  atlasctl_json_string (builder, "title", entry->title);
  atlasctl_json_known (builder, "summary", entry->summary);
  atlasctl_json_known (builder, "publisher", entry->publisher);
  atlasctl_json_known (builder, "author", entry->author);
  atlasctl_json_known (builder, "date", entry->date);
  atlasctl_json_known (builder, "address", entry->address);
  atlasctl_json_known (builder, "lang", entry->language);
  atlasctl_json_time (builder, "imported", entry->imported_at);
  atlasctl_json_time (builder, "updated", entry->updated_at);
  atlasctl_json_time (builder, "read", entry->read_at);
  atlasctl_json_time (builder, "deleted", entry->deleted_at);
  atlasctl_json_start_array (builder, "tags");
  for (guint i = 0; entry->tags[i] != NULL; i++)
    json_builder_add_string_value (builder, entry->tags[i]);
  json_builder_end_array (builder);
}

static void
build_subjects (JsonBuilder *builder,
                const GArray *subjects)
{
  atlasctl_json_start_array (builder, "subjects");
  for (guint i = 0; i < subjects->len; i++)
    {
      const AtlasSubject *subject = &g_array_index (subjects, AtlasSubject, i);

      json_builder_begin_object (builder);
      atlasctl_json_string (builder, subject->is_organisation ? "org" : "country", subject->target);
      atlasctl_json_number (builder, "count", subject->count);
      atlasctl_json_boolean (builder, "about", subject->about);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
build_article (JsonBuilder *builder,
               const AtlasLibraryArticle *article)
{
  const AtlasLibraryEntry *entry = article->entry;

  build_facts (builder, entry);
  build_subjects (builder, article->links->subjects);
  build_mentions (builder, "title_mentions", article, ATLAS_PLACE_TITLE);
  build_mentions (builder, "summary_mentions", article, ATLAS_PLACE_SUMMARY);
  atlasctl_json_start_array (builder, "blocks");
  for (guint i = 0; i < entry->blocks->len; i++)
    {
      const AtlasLibraryBlock *block = &g_array_index (entry->blocks, AtlasLibraryBlock, i);

      json_builder_begin_object (builder);
      atlasctl_json_string (builder, "kind", block->kind == ATLAS_BLOCK_HEADING ? "heading" : "paragraph");
      atlasctl_json_string (builder, "text", block->text);
      build_mentions (builder, "mentions", article, (int) i);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_article (const AtlasLibraryEntry *entry)
{
  g_autofree char *text = atlas_library_entry_join_text (entry);
  const char *gap = *entry->publisher != '\0' && *entry->date != '\0' ? " " : "";

  atlasctl_printf ("%s\n", entry->title);
  if (*entry->publisher != '\0' || *entry->date != '\0')
    atlasctl_printf ("%s%s%s\n", entry->publisher, gap, entry->date);
  if (*entry->summary != '\0')
    atlasctl_printf ("\n%s\n", entry->summary);
  atlasctl_printf ("\n%s\n", text);
}

/**
 * atlasctl_library_show:
 */
AtlasctlExit
atlasctl_library_show (AtlasctlLibraryCall *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasLibraryArticle) article = atlas_library_get (self->library, self->arguments[0], NULL, &error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (article == NULL)
    return atlasctl_fail (error);
  if (self->call->format != ATLASCTL_JSON)
    {
      print_article (article->entry);
      return ATLASCTL_DONE;
    }
  json_builder_begin_object (builder);
  build_article (builder, article);
  json_builder_end_object (builder);
  atlasctl_print_json (builder);
  return ATLASCTL_DONE;
}
