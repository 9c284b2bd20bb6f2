/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-config.h"

#include "atlas-article-parts.h"

#include <glib/gi18n.h>

#include "atlas-mention-markup.h"
#include "atlas-prose.h"

static void
append_part (GString *markup,
             const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (markup->len > 0)
    g_string_append (markup, " · ");
  atlas_prose_append_text (markup, text, -1);
}

static char *
dup_date (const AtlasLibraryEntry *entry)
{
  AtlasDate date;

  return entry->date != NULL && atlas_date_parse (entry->date, &date, NULL) ? atlas_date_format (&date) : NULL;
}

/* Who published and wrote it, and when; of a briefing that the atlas did. */
static char *
dup_origin (const AtlasDocument *document)
{
  const AtlasLibraryEntry *entry = atlas_document_get_entry (document);
  g_autofree char *date = dup_date (entry);
  GString *markup = g_string_new (NULL);

  if (atlas_document_is_own (document))
    {
      append_part (markup, entry->publisher);
      append_part (markup, entry->author);
      append_part (markup, date != NULL ? date : _ ("Undated"));
    }
  else
    {
      append_part (markup, _ ("Atlas briefing"));
      append_part (markup, date);
    }
  return g_string_free (markup, FALSE);
}

/* What the reader would recognise of it: the host. */
static char *
dup_address_markup (const char *address)
{
  g_autoptr (GUri) uri = address != NULL ? g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0' || !(g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://")))
    return NULL;
  return g_markup_printf_escaped ("<a href=\"%s\">%s</a>", address, host);
}

static void
append_tags (AtlasPageView *view,
             GtkBox *head,
             const AtlasLibraryEntry *entry)
{
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; entry->tags != NULL && entry->tags[i] != NULL; i++)
    {
      g_autofree char *tag = g_strconcat ("#", entry->tags[i], NULL);

      g_string_append (markup, i > 0 ? "  " : "");
      atlas_prose_append_text (markup, tag, -1);
    }
  if (markup->len > 0)
    gtk_box_append (head, atlas_page_view_new_prose (view, markup->str, "source"));
}

static GtkWidget *
name (GtkWidget *button,
      const char *text)
{
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
append_button (GtkBox *box,
               const char *icon_name,
               const char *action,
               const char *text)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (box, name (button, text));
}

static void
append_follow_button (GtkBox *box)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "mark-location-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "reading.map-follows-article");
  gtk_box_append (box, name (button, _ ("Let the Map Follow the Paragraph")));
}

/* The key to the lines below the names. */
static void
append_key_button (GtkBox *box)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *hint = gtk_label_new (_ ("A click opens the page of what is named; a secondary click, a long press or the Menu key says why it was linked."));

  for (guint i = 0; i < ATLAS_N_MENTION_LOOKS; i++)
    {
      g_autofree char *markup = atlas_mention_look_to_markup (i);
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_markup (GTK_LABEL (label), markup);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (lines), label);
    }
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (hint), 34);
  gtk_widget_add_css_class (hint, "dimmed");
  gtk_box_append (GTK_BOX (lines), hint);
  gtk_widget_add_css_class (lines, "dialog-body");
  gtk_popover_set_child (GTK_POPOVER (popover), lines);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "help-about-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_box_append (box, name (button, _ ("How Names Are Marked")));
}

static GtkWidget *
new_buttons (const AtlasDocument *document)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkBox *box = GTK_BOX (buttons);

  append_follow_button (box);
  append_button (box, "edit-find-symbolic", "article.find", _ ("Find in the Article"));
  append_key_button (box);
  if (atlas_document_is_own (document))
    {
      append_button (box, "document-edit-symbolic", "article.edit", _ ("Edit What Is Known of the Article"));
      append_button (box, "mail-unread-symbolic", "article.mark-unread", _ ("Mark as Unread"));
      append_button (box, "user-trash-symbolic", "article.delete", _ ("Delete the Article"));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (buttons), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Article"), -1);
  gtk_widget_add_css_class (buttons, "article-buttons");
  return buttons;
}

static void
append_deleted (AtlasPageView *view)
{
  GtkWidget *banner = atlas_page_view_new_banner (view, "user-trash-symbolic", _ ("This article is deleted."));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Bring Back"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "article.undelete");
  gtk_box_append (GTK_BOX (banner), button);
  atlas_page_view_append (view, banner);
}

/**
 * atlas_article_append_head:
 *
 * Appends the title, where the article comes from, and what can be done with it.
 */
void
atlas_article_append_head (AtlasPageView *view,
                           const AtlasDocument *document)
{
  const AtlasLibraryEntry *entry = atlas_document_get_entry (document);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *origin = dup_origin (document);
  g_autofree char *address = dup_address_markup (entry->address);

  if (entry->deleted_at != 0)
    append_deleted (view);
  gtk_widget_add_css_class (head, "page-head");
  gtk_box_append (GTK_BOX (head), atlas_heading_new (entry->title, 1));
  gtk_box_append (GTK_BOX (head), atlas_page_view_new_prose (view, origin, "dimmed"));
  if (address != NULL)
    gtk_box_append (GTK_BOX (head), atlas_page_view_new_prose (view, address, "source"));
  append_tags (view, GTK_BOX (head), entry);
  gtk_box_append (GTK_BOX (head), new_buttons (document));
  atlas_page_view_append (view, head);
}
