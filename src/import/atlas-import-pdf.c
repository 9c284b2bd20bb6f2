/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-importers.h"

#include "atlas-import-clean.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <poppler.h>
#include <string.h>

/* Under names of our own: newer versions of Poppler define this for theirs, older ones do not. */
typedef PopplerDocument PdfDocument;
typedef PopplerPage PdfPage;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfPage, g_object_unref)

#define MAX_PAGES 2000

/* The parts of a page, at its top and its foot, where running heads stand. */
#define MARGIN 0.1

/* A line with letters so much larger than most is a heading. */
#define HEADING_SIZE 1.15
#define LONGEST_HEADING 160

typedef struct
{
  char *text; /* clean */
  guint page;
  double left, right, top, bottom; /* of the page's height and width, from 0 to 1 */
  double size;                     /* of letters, in points */
} Line;

typedef struct
{
  AtlasImportDraft *draft;
  GArray *lines; /* Line */
  guint n_pages;
  gsize n_bytes;
} Pages;

static void
clear_line (gpointer data)
{
  g_free (((Line *) data)->text);
}

/* --- Lines --------------------------------------------------------------------------------- */

static void
add_line (Pages *self,
          guint page,
          const char *start,
          gsize length,
          const PopplerRectangle *areas,
          guint n_areas,
          double width,
          double height)
{
  Line line = { .page = page, .left = 1, .top = 1 };

  line.text = atlas_import_clean (start, length);
  if (*line.text == '\0')
    {
      g_free (line.text);
      return;
    }
  for (guint i = 0; i < n_areas; i++)
    {
      line.left = MIN (line.left, areas[i].x1 / width);
      line.right = MAX (line.right, areas[i].x2 / width);
      line.top = MIN (line.top, areas[i].y1 / height);
      line.bottom = MAX (line.bottom, areas[i].y2 / height);
      line.size = MAX (line.size, areas[i].y2 - areas[i].y1);
    }
  g_array_append_val (self->lines, line);
}

/* Each code point of the text has an area, line ends too. */
static void
add_page (Pages *self,
          PopplerPage *page,
          guint number)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *areas = NULL;
  guint n_areas = 0, first = 0, i = 0;
  const char *start = text;
  double width, height;

  if (text == NULL || !g_utf8_validate (text, -1, NULL) || !poppler_page_get_text_layout (page, &areas, &n_areas))
    return;
  self->n_bytes += strlen (text);
  poppler_page_get_size (page, &width, &height);
  if (width <= 0 || height <= 0)
    return;
  for (const char *p = text;; p = g_utf8_next_char (p), i++)
    {
      if (*p != '\n' && *p != '\0')
        continue;
      add_line (self, number, start, p - start, areas + MIN (first, n_areas), MIN (i, n_areas) - MIN (first, n_areas), width, height);
      if (*p == '\0')
        return;
      start = p + 1;
      first = i + 1;
    }
}

/* --- Running heads ------------------------------------------------------------------------------ */

/* Page numbers are the same on every page but for their digits. */
static char *
make_pattern (const Line *line)
{
  char *pattern = g_strdup (line->text);

  for (char *p = pattern; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      *p = '#';
  return pattern;
}

static gboolean
is_in_margin (const Line *line)
{
  return line->bottom < MARGIN || line->top > 1 - MARGIN;
}

static gboolean
is_number (const char *text)
{
  return strspn (text, "0123456789-–— /|") == strlen (text) || g_regex_match_simple ("^(page|sida|sid\\.?|стр\\.?|seite) *\\d+( *(of|av|из|von|/) *\\d+)?$", text, G_REGEX_CASELESS, G_REGEX_MATCH_DEFAULT);
}

static void
drop_running_heads (Pages *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree Line *kept = g_new (Line, self->lines->len);
  guint n_kept = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      g_autofree char *pattern = is_in_margin (line) ? make_pattern (line) : NULL;
      guint count = pattern != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, pattern)) + 1 : 0;

      if (pattern != NULL)
        g_hash_table_insert (counts, g_steal_pointer (&pattern), GUINT_TO_POINTER (count));
    }
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);
      g_autofree char *pattern = is_in_margin (line) ? make_pattern (line) : NULL;
      guint count = pattern != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, pattern)) : 0;

      if (pattern != NULL && (is_number (line->text) || (count >= 2 && count * 3 >= self->n_pages)))
        continue;
      kept[n_kept++] = *line;
      line->text = NULL;
    }
  g_array_set_size (self->lines, 0);
  g_array_append_vals (self->lines, kept, n_kept);
}

/* --- Paragraphs ------------------------------------------------------------------------------------ */

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

/* The size of most lines, long ones above all. */
static double
usual_size (const Pages *self)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      for (guint n = 0; n < MIN (strlen (line->text) / 20 + 1, 10); n++)
        g_array_append_val (sizes, line->size);
    }
  if (sizes->len == 0)
    return 0;
  g_array_sort (sizes, compare_doubles);
  return g_array_index (sizes, double, sizes->len / 2);
}

static gboolean
is_heading (const Line *line,
            double usual)
{
  return line->size > usual * HEADING_SIZE && g_utf8_strlen (line->text, -1) <= LONGEST_HEADING;
}

/* Over the end of a page or of a column a paragraph goes on if it had not ended. */
static gboolean
continues_elsewhere (const Line *before,
                     const Line *line)
{
  gunichar first = g_utf8_get_char (line->text);

  return !atlas_import_ends_sentence (before->text) || g_unichar_islower (first);
}

static gboolean
continues (const Line *before,
           const Line *line,
           double right,
           double usual)
{
  double height = before->bottom - before->top;
  gboolean heading = is_heading (line, usual);

  if (heading != is_heading (before, usual))
    return FALSE;
  if (before->page != line->page || line->top < before->top - height)
    return !heading && continues_elsewhere (before, line);
  if (heading)
    return fabs (line->size - before->size) < usual * 0.05 && line->top - before->bottom < height * 0.9;
  if (line->top - before->bottom > height * 0.6)
    return FALSE;
  if (line->left > before->left + 0.015 && atlas_import_ends_sentence (before->text))
    return FALSE;
  return before->right > right - 0.12 || !atlas_import_ends_sentence (before->text);
}

/* How far lines go on the page of @i, in its column. */
static double
find_right (const Pages *self,
            guint i)
{
  const Line *line = &g_array_index (self->lines, Line, i);
  double right = line->right;

  for (guint j = i > 20 ? i - 20 : 0; j < MIN (self->lines->len, i + 20); j++)
    {
      const Line *other = &g_array_index (self->lines, Line, j);

      if (other->page == line->page && fabs (other->left - line->left) < 0.06)
        right = MAX (right, other->right);
    }
  return right;
}

static gboolean
add_paragraph (Pages *self,
               GString *text,
               AtlasBlockKind kind,
               GError **error)
{
  gboolean added = atlas_import_draft_add (self->draft, kind, text->str, text->len, error);

  g_string_truncate (text, 0);
  return added;
}

static gboolean
join_lines (Pages *self,
            GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  double usual = usual_size (self);
  AtlasBlockKind kind = ATLAS_BLOCK_PARAGRAPH;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      gboolean goes_on = i > 0 && continues (line - 1, line, find_right (self, i - 1), usual);

      if (!goes_on && !add_paragraph (self, text, kind, error))
        return FALSE;
      kind = is_heading (line, usual) ? ATLAS_BLOCK_HEADING : ATLAS_BLOCK_PARAGRAPH;
      atlas_import_join_line (text, line->text);
    }
  return add_paragraph (self, text, kind, error);
}

/* --- The document -------------------------------------------------------------------------------------- */

/* Word processors call a document by its file. */
static gboolean
is_file_name (const char *title)
{
  return g_str_has_prefix (title, "Microsoft Word") || g_regex_match_simple ("\\.(docx?|odt|rtf|pdf|indd|txt|qxd|tex)$", title, G_REGEX_CASELESS, G_REGEX_MATCH_DEFAULT) ||
         g_ascii_strcasecmp (title, "untitled") == 0;
}

static void
take_facts (AtlasImportDraft *draft,
            PopplerDocument *document)
{
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *author = poppler_document_get_author (document);
  g_autofree char *subject = poppler_document_get_subject (document);
  g_autoptr (GDateTime) created = poppler_document_get_creation_date_time (document);
  g_autofree char *date = created != NULL ? g_date_time_format (created, "%Y-%m-%d") : NULL;

  if (title != NULL && g_utf8_validate (title, -1, NULL) && !is_file_name (title))
    atlas_import_draft_set_text (draft, &draft->title, title);
  if (author != NULL && g_utf8_validate (author, -1, NULL))
    atlas_import_draft_set_author (draft, author);
  if (subject != NULL && g_utf8_validate (subject, -1, NULL))
    atlas_import_draft_set_text (draft, &draft->summary, subject);
  atlas_import_draft_set_date (draft, date);
}

static gboolean
read_pages (Pages *self,
            PopplerDocument *document,
            GError **error)
{
  int n = poppler_document_get_n_pages (document);

  if (n > MAX_PAGES)
    return atlas_import_fail (error, ATLAS_IMPORT_ERROR_TOO_LONG, _ ("“%s” has more than 2,000 pages; split it into shorter files."), self->draft->name);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (PdfPage) page = poppler_document_get_page (document, i);

      if (page != NULL)
        add_page (self, page, i);
      /* Four bytes are the most that a character takes. */
      if (self->n_bytes > 4 * ATLAS_IMPORT_MAX_CHARACTERS)
        return atlas_import_fail (error, ATLAS_IMPORT_ERROR_TOO_LONG,
                                  _ ("“%s” has more than 2 million characters or 200,000 paragraphs; split it into shorter files."), self->draft->name);
    }
  self->n_pages = n;
  if (self->lines->len == 0)
    return atlas_import_fail (error, ATLAS_IMPORT_ERROR_EMPTY,
                              _ ("The pages of “%s” are pictures, without text; have their letters recognised (OCR) and choose that file."), self->draft->name);
  return TRUE;
}

static gboolean
refuse (const char *name,
        const GError *reason,
        GError **error)
{
  if (g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    return atlas_import_fail (error, ATLAS_IMPORT_ERROR_ENCRYPTED, _ ("“%s” is locked with a password; save it without one."), name);
  return atlas_import_fail (error, ATLAS_IMPORT_ERROR_DAMAGED, _ ("“%s” is damaged or incomplete; download or save it again."), name);
}

/**
 * atlas_import_pdf:
 *
 * PDF: lines joined to paragraphs by where they stand, running heads left out,
 * headings told by the size of their letters.
 */
gboolean
atlas_import_pdf (AtlasImportDraft *draft,
                  const char *data,
                  gsize length,
                  GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);
  g_autoptr (GError) reason = NULL;
  g_autoptr (PdfDocument) document = poppler_document_new_from_bytes (bytes, NULL, &reason);
  Pages pages = { .draft = draft };
  gboolean read;

  if (document == NULL)
    return refuse (draft->name, reason, error);
  take_facts (draft, document);
  pages.lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (pages.lines, clear_line);
  read = read_pages (&pages, document, error);
  if (read)
    {
      drop_running_heads (&pages);
      read = join_lines (&pages, error);
    }
  g_array_unref (pages.lines);
  return read;
}
