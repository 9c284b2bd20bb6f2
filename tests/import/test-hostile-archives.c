/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "hostile-fixture.h"
#include "make-files.h"

#include <locale.h>

#define MAX_MEMBERS 6

#define PACKAGE(manifest, spine) "<package><metadata/><manifest>" manifest "</manifest><spine>" spine "</spine></package>"
#define ITEM "<item id=\"a\" href=\"a.xhtml\"/>"
#define ITEMREF "<itemref idref=\"a\"/>"
#define PART "<html><body><p>A part.</p></body></html>"
#define CONTENT ODT_START "<text:p>A text.</text:p>" ODT_END

/* The usual archives, with something wrong in one place. */
#define ODT(content)                        \
  {                                         \
    ODT_TYPE, { "content.xml", content, 0 } \
  }
#define ODT_WITH(path, text)                                   \
  {                                                            \
    ODT_TYPE, { "content.xml", CONTENT, 0 }, { path, text, 0 } \
  }
#define EPUB(package, part)                                                              \
  {                                                                                      \
    EPUB_TYPE, CONTAINER, { "OEBPS/book.opf", package, 0 }, { "OEBPS/a.xhtml", part, 0 } \
  }

typedef struct
{
  const char *name;
  Member members[MAX_MEMBERS + 1];
  int error;
  const char *text;
} Packed;

static const Packed packed[] = {
  /* What it is */
  { "empty.odt", { ODT_TYPE }, ATLAS_IMPORT_ERROR_DAMAGED, NULL },
  { "word.docx", { { "word/document.xml", "<a/>", 0 } }, ATLAS_IMPORT_ERROR_UNSUPPORTED, NULL },
  { "plain.zip", { { "a.txt", "text", 0 } }, ATLAS_IMPORT_ERROR_UNSUPPORTED, NULL },
  { "sheet.odt", { { "mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0 } }, ATLAS_IMPORT_ERROR_UNSUPPORTED, NULL },
  { "text.txt", ODT (CONTENT), AN_ARTICLE, "A text." },
  { "nested.odt", ODT ("PK\x03\x04"), ATLAS_IMPORT_ERROR_NESTED, NULL },
  { "inside.odt", ODT_WITH ("more.zip", "PK\x03\x04"), ATLAS_IMPORT_ERROR_NESTED, NULL },
  { "inside-book.odt", ODT_WITH ("Pictures/BOOK.EPUB", "PK\x03\x04"), ATLAS_IMPORT_ERROR_NESTED, NULL },
  { "locked.odt", ODT_WITH ("META-INF/manifest.xml", "<m:manifest xmlns:m=\"u\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"), ATLAS_IMPORT_ERROR_ENCRYPTED, NULL },
  { "twice.odt", ODT_WITH ("content.xml", ODT_START "<text:p>Another.</text:p>" ODT_END), AN_ARTICLE, "A text." },

  /* Paths that lead out; nothing is ever written where they say. */
  { "parent.odt", ODT_WITH ("../../../atlas-was-here.xml", "<a/>"), AN_ARTICLE, "A text." },
  { "absolute.odt", ODT_WITH ("/tmp/atlas-was-here.xml", "<a/>"), AN_ARTICLE, "A text." },
  { "backslash.odt", ODT_WITH ("..\\..\\atlas-was-here.xml", "<a/>"), AN_ARTICLE, "A text." },
  { "parent-content.odt", { ODT_TYPE, { "../content.xml", CONTENT, 0 } }, ATLAS_IMPORT_ERROR_DAMAGED, NULL },

  /* XML */
  { "notxml.odt", ODT ("This is no XML."), ATLAS_IMPORT_ERROR_DAMAGED, NULL },
  { "unclosed.odt", ODT (ODT_START "<text:p>A text"), ATLAS_IMPORT_ERROR_DAMAGED, NULL },
  { "blank.odt", ODT (ODT_START ODT_END), ATLAS_IMPORT_ERROR_EMPTY, NULL },
  { "laughs.odt", ODT ("<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><l>&b;</l>"), ATLAS_IMPORT_ERROR_ENTITIES, NULL },
  { "parameter.odt", ODT ("<!DOCTYPE l [<!ENTITY % a SYSTEM \"file:///etc/passwd\"> %a;]><l/>"), ATLAS_IMPORT_ERROR_ENTITIES, NULL },
  { "external.odt", ODT ("<!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><l>&x;</l>"), ATLAS_IMPORT_ERROR_ENTITIES, NULL },
  { "dtd.odt", ODT ("<!DOCTYPE l SYSTEM \"file:///etc/passwd\"><l xmlns:text=\"t\"><text:p>A &x;text.</text:p></l>"), AN_ARTICLE, "A text." },
  { "include.odt", ODT ("<l xmlns:text=\"t\" xmlns:i=\"http://www.w3.org/2001/XInclude\"><text:p>A text.<i:include href=\"file:///etc/passwd\" parse=\"text\"/></text:p></l>"), AN_ARTICLE, "A text." },
  { "wide.odt", ODT ("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>"), ATLAS_IMPORT_ERROR_DAMAGED, NULL },
  { "nosuch.odt", ODT ("<?xml version=\"1.0\" encoding=\"nosuch\"?><a/>"), ATLAS_IMPORT_ERROR_DAMAGED, NULL },
  { "surrogate.odt", ODT (ODT_START "<text:p>A &#xd800; text.</text:p>" ODT_END), ATLAS_IMPORT_ERROR_DAMAGED, NULL },

  /* Books */
  { "container.epub", { EPUB_TYPE, { "OEBPS/a.xhtml", PART, 0 } }, ATLAS_IMPORT_ERROR_DAMAGED, NULL },
  { "self.epub", { EPUB_TYPE, { "META-INF/container.xml", "<c><rootfile full-path=\"META-INF/container.xml\"/></c>", 0 } }, ATLAS_IMPORT_ERROR_DAMAGED, NULL },
  { "away.epub", { EPUB_TYPE, { "META-INF/container.xml", "<c><rootfile full-path=\"/etc/passwd\"/></c>", 0 } }, ATLAS_IMPORT_ERROR_DAMAGED, NULL },
  { "protected.epub", { EPUB_TYPE, CONTAINER, { "META-INF/encryption.xml", "<e><CipherReference URI=\"OEBPS/a.xhtml\"/></e>", 0 }, { "OEBPS/book.opf", PACKAGE (ITEM, ITEMREF), 0 }, { "OEBPS/a.xhtml", "noise", 0 } }, ATLAS_IMPORT_ERROR_ENCRYPTED, NULL },
  { "spine.epub", EPUB (PACKAGE (ITEM, ""), PART), ATLAS_IMPORT_ERROR_DAMAGED, NULL },
  { "missing.epub", EPUB (PACKAGE (ITEM, "<itemref idref=\"b\"/>"), PART), ATLAS_IMPORT_ERROR_DAMAGED, NULL },
  { "gone.epub", EPUB (PACKAGE ("<item id=\"a\" href=\"b.xhtml\"/>", ITEMREF), PART), ATLAS_IMPORT_ERROR_EMPTY, NULL },
  { "out.epub", EPUB (PACKAGE ("<item id=\"a\" href=\"../../../../etc/passwd\"/>", ITEMREF), PART), ATLAS_IMPORT_ERROR_EMPTY, NULL },
  { "root.epub", EPUB (PACKAGE ("<item id=\"a\" href=\"/OEBPS/a.xhtml\"/>", ITEMREF), PART), AN_ARTICLE, "A part." },
  { "escaped.epub", EPUB (PACKAGE (ITEM "<item id=\"b\" href=\"%ff%00.xhtml\"/>", "<itemref idref=\"b\"/>" ITEMREF), PART), AN_ARTICLE, "A part." },
  { "far.epub", EPUB (PACKAGE ("<item id=\"a\" href=\"http://example.org/\"/>", ITEMREF), PART), ATLAS_IMPORT_ERROR_DAMAGED, NULL },
  { "file.epub", EPUB (PACKAGE ("<item id=\"a\" href=\"file:///etc/passwd\"/>", ITEMREF), PART), ATLAS_IMPORT_ERROR_DAMAGED, NULL },
  { "package.epub", EPUB (PACKAGE ("<item id=\"a\" href=\"book.opf\"/>", ITEMREF), PART), ATLAS_IMPORT_ERROR_EMPTY, NULL },
  { "binary.epub", EPUB (PACKAGE (ITEM, ITEMREF), "\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x01\x02"), ATLAS_IMPORT_ERROR_BINARY, NULL },
  { "title.epub", EPUB (PACKAGE (ITEM, ITEMREF), "<html><head><title/><script/></head><body><p>A part.</body></html>"), AN_ARTICLE, "A part." },
  { "broken.epub", EPUB ("<package><metadata>", PART), ATLAS_IMPORT_ERROR_DAMAGED, NULL },
};

static void
test_packed (gconstpointer data)
{
  const Packed *self = data;
  g_autoptr (GBytes) bytes = make_zip (self->members);

  feed_bytes (self->name, bytes, self->error, self->text);
  g_assert_false (g_file_test ("../../../atlas-was-here.xml", G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test ("/tmp/atlas-was-here.xml", G_FILE_TEST_EXISTS));
}

/* --- With one part that is made ------------------------------------------------------------ */

static const Hostile contents[] = {
  { "deep.odt", { ODT_START, "<text:span>", 100000, ODT_END }, 0, ATLAS_IMPORT_ERROR_TOO_DEEP, { 0 } },
  { "attribute.odt", { "<office:document-content a=\"", "a", 5000000, "\"/>" }, 0, ATLAS_IMPORT_ERROR_EMPTY, { 0 } },
  { "attributes.odt", { "<l ", "a=\"b\" ", 1000, "/>" }, 0, ATLAS_IMPORT_ERROR_DAMAGED, { 0 } },
  { "paragraphs.odt", { ODT_START, "<text:p>a.</text:p>", 50000, ODT_END }, 0, AN_ARTICLE, { "a.", "\n\na.", 49999, NULL } },
  { "too-many.odt", { ODT_START, "<text:p>a.</text:p>", 200001, ODT_END }, 0, ATLAS_IMPORT_ERROR_TOO_LONG, { 0 } },
  { "name.odt", { "<", "abcdefgh", 1000000, "/>" }, 0, ATLAS_IMPORT_ERROR_DAMAGED, { 0 } },
  { "comment.odt", { ODT_START "<text:p>A <!--", "- ", 1000000, "-->text.</text:p>" ODT_END }, 0, AN_ARTICLE, { "A text." } },
};

static void
test_content (gconstpointer data)
{
  const Hostile *self = data;
  g_autoptr (GString) content = make_string (&self->file);
  g_autoptr (GString) text = make_string (&self->text);
  const Member members[] = { ODT_TYPE, { "content.xml", content->str, content->len }, { NULL } };
  g_autoptr (GBytes) bytes = make_zip (members);

  feed_bytes (self->name, bytes, self->error, self->error == AN_ARTICLE ? text->str : NULL);
}

/* In an encoding in which no eight letters say “<!ENTITY”. */
static void
test_wide_entities (void)
{
  static const char *const encodings[] = { "UTF-16", "IBM037" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.odt", encodings[i]);
      g_autofree char *xml = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"%s\"?><!DOCTYPE l [<!ENTITY a \"ha\">]><l><p>&a;</p></l>", encodings[i]);
      gsize length;
      g_autofree char *wide = g_convert (xml, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      const Member members[] = { ODT_TYPE, { "content.xml", wide, length }, { NULL } };
      g_autoptr (GBytes) bytes = make_zip (members);

      feed_bytes (name, bytes, ATLAS_IMPORT_ERROR_ENTITIES, NULL);
    }
}

/* A part of a book that is read again and again. */
static void
test_loop (void)
{
  static const Made package = { "<package><metadata/><manifest>" ITEM "</manifest><spine>", ITEMREF, 50000, "</spine></package>" };
  g_autoptr (GString) text = make_string (&package);
  const Member members[] = EPUB (text->str, PART);
  Member ended[MAX_MEMBERS] = { 0 };
  g_autoptr (GBytes) bytes = NULL;

  memcpy (ended, members, sizeof members);
  bytes = make_zip (ended);
  feed_bytes ("loop.epub", bytes, AN_ARTICLE, "A part.");
}

/* --- Bombs ------------------------------------------------------------------------------------ */

static void
test_bombs (void)
{
  g_autofree char *large = g_strnfill (30 * 1024 * 1024, ' ');
  const gsize most = 19 * 1024 * 1024;
  const Member bomb[] = { ODT_TYPE, { "content.xml", large, 30 * 1024 * 1024 }, { NULL } };
  const Member bombs[] = { ODT_TYPE, { "content.xml", CONTENT, 0 }, { "a.xml", large, most }, { "b.xml", large, most }, { "c.xml", large, most }, { NULL } };
  const Member picture[] = { ODT_TYPE, { "content.xml", CONTENT, 0 }, { "Pictures/a.png", large, 30 * 1024 * 1024 }, { NULL } };
  g_autoptr (GBytes) one = make_zip (bomb);
  g_autoptr (GBytes) many = make_zip (bombs);
  g_autoptr (GBytes) unused = make_zip (picture);

  feed_bytes ("bomb.odt", one, ATLAS_IMPORT_ERROR_TOO_LARGE, NULL);
  feed_bytes ("bombs.odt", many, ATLAS_IMPORT_ERROR_TOO_LARGE, NULL);
  /* What is not needed is not unpacked. */
  feed_bytes ("picture.odt", unused, AN_ARTICLE, "A text.");
}

static void
test_many_members (void)
{
  const guint n = 10001;
  g_autofree Member *members = g_new0 (Member, n + 1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < n; i++)
    g_strv_builder_take (builder, g_strdup_printf ("%u.xml", i));
  paths = g_strv_builder_end (builder);
  members[0] = (Member) ODT_TYPE;
  for (guint i = 1; i < n; i++)
    members[i] = (Member) { paths[i], "<a/>", 0 };
  bytes = make_zip (members);
  feed_bytes ("members.odt", bytes, ATLAS_IMPORT_ERROR_TOO_LARGE, NULL);
}

/* --- The archive itself --------------------------------------------------------------------- */

static GBytes *
make_odt (void)
{
  static const Member members[] = { ODT_TYPE, { "content.xml", CONTENT, 0 }, { NULL } };

  return make_zip (members);
}

/* Writes @value where the last member is described: at its head, and in the directory at
 * the end. */
static GBytes *
change_member (guint in_head,
               guint in_directory,
               const char *value,
               gsize length)
{
  g_autoptr (GBytes) odt = make_odt ();
  gsize size = g_bytes_get_size (odt);
  char *data = g_memdup2 (g_bytes_get_data (odt, NULL), size);
  gsize head = 0, directory = 0;

  for (gsize i = 0; i + 4 <= size; i++)
    {
      head = memcmp (data + i, "PK\x03\x04", 4) == 0 ? i : head;
      directory = memcmp (data + i, "PK\x01\x02", 4) == 0 ? i : directory;
    }
  memcpy (data + head + in_head, value, length);
  memcpy (data + directory + in_directory, value, length);
  return g_bytes_new_take (data, size);
}

static void
test_members (void)
{
  static const struct
  {
    const char *name;
    guint in_head, in_directory;
    const char *value;
    gsize length;
    int error;
  } changes[] = {
    { "locked-member.odt", 6, 8, "\x01", 1, ATLAS_IMPORT_ERROR_ENCRYPTED },
    { "method.odt", 8, 10, "\x63\0", 2, ATLAS_IMPORT_ERROR_DAMAGED },
    { "sum.odt", 14, 16, "\1\2\3\4", 4, ATLAS_IMPORT_ERROR_DAMAGED },
    { "packed-size.odt", 18, 20, "\xff\xff\xff\x7f", 4, ATLAS_IMPORT_ERROR_DAMAGED },
    { "name-length.odt", 26, 28, "\xff\xff", 2, ATLAS_IMPORT_ERROR_DAMAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GBytes) bytes = change_member (changes[i].in_head, changes[i].in_directory, changes[i].value, changes[i].length);

      feed_bytes (changes[i].name, bytes, changes[i].error, NULL);
    }
}

/* A member that is a link to a file outside. */
static void
test_link (void)
{
  const gsize size = 4096;
  char *data = g_malloc (size);
  struct archive *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();
  g_autoptr (GBytes) bytes = NULL;
  gsize used = 0;

  archive_write_set_format_zip (archive);
  archive_write_set_bytes_per_block (archive, 0);
  archive_write_open_memory (archive, data, size, &used);
  archive_entry_set_pathname (entry, "content.xml");
  archive_entry_set_filetype (entry, AE_IFLNK);
  archive_entry_set_symlink (entry, "/etc/passwd");
  archive_write_header (archive, entry);
  archive_entry_free (entry);
  archive_write_close (archive);
  archive_write_free (archive);
  bytes = g_bytes_new_take (data, used);
  feed_bytes ("link.odt", bytes, ATLAS_IMPORT_ERROR_DAMAGED, NULL);
}

static void
test_end_alone (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22);

  feed_bytes ("end.zip", bytes, ATLAS_IMPORT_ERROR_UNSUPPORTED, NULL);
}

/* Cut anywhere, none is taken for a whole one. */
static void
test_cut (void)
{
  g_autoptr (GBytes) odt = make_odt ();
  gsize length = g_bytes_get_size (odt);

  for (gsize n = 200; n < length - 22; n += 7)
    {
      g_autoptr (GBytes) cut = g_bytes_new (g_bytes_get_data (odt, NULL), n);

      feed_bytes ("cut.odt", cut, ATLAS_IMPORT_ERROR_DAMAGED, NULL);
    }
}

/* With single bytes changed: whatever comes of it, it ends, and in a message or a text. */
static void
test_changed (void)
{
  g_autoptr (GBytes) odt = make_odt ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  gsize length = g_bytes_get_size (odt);

  for (guint i = 0; i < 300; i++)
    {
      char *copy = g_memdup2 (g_bytes_get_data (odt, NULL), length);
      g_autoptr (GBytes) changed = g_bytes_new_take (copy, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasImported) imported = NULL;

      for (guint j = 0; j < 1 + i % 5; j++)
        copy[g_rand_int_range (rand, 0, length)] = g_rand_int (rand);
      imported = extract ("changed.odt", changed, &error);
      if (imported == NULL)
        assert_message (error->message, "changed.odt");
    }
}

int
main (int argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (packed); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/hostile/archives/%s", packed[i].name);

      g_test_add_data_func (path, &packed[i], test_packed);
    }
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/hostile/archives/%s", contents[i].name);

      g_test_add_data_func (path, &contents[i], test_content);
    }
  g_test_add_func ("/import/hostile/archives/wide-entities", test_wide_entities);
  g_test_add_func ("/import/hostile/archives/loop.epub", test_loop);
  g_test_add_func ("/import/hostile/archives/bombs", test_bombs);
  g_test_add_func ("/import/hostile/archives/members.odt", test_many_members);
  g_test_add_func ("/import/hostile/archives/members", test_members);
  g_test_add_func ("/import/hostile/archives/link.odt", test_link);
  g_test_add_func ("/import/hostile/archives/end.zip", test_end_alone);
  g_test_add_func ("/import/hostile/archives/cut.odt", test_cut);
  g_test_add_func ("/import/hostile/archives/changed.odt", test_changed);
  return g_test_run ();
}
