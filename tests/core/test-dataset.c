/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-dataset.h"

#include <glib/gstdio.h>
#include <string.h>

/* A small sound package; each case below breaks one thing in it and names every
 * message that must come. */

typedef struct
{
  const char *name;
  const char *text;
} File;

static const File package[] = {
  { "datapackage.json",
    "{\n"
    "  \"name\": \"test\",\n"
    "  \"version\": \"1\",\n"
    "  \"verified_until\": \"2026-06-15\",\n"
    "  \"resources\": [\n"
    "    { \"name\": \"sources\", \"path\": \"sources.csv\" }\n"
    "  ]\n"
    "}\n" },
  { "sources.csv",
    "id,title,publisher,date,url,checked\n"
    "s1,\"Title, with comma\",Publisher,1994-04,https://example.org/a,read\n"
    "s2,Other,,,,unread\n" },
  { "organisations.csv",
    "id,name_en,name_sv,name_ru,abbreviation_en,abbreviation_sv,abbreviation_ru,successor,kind,tracked,founded,treaty_en,treaty_sv,seat_en,seat_sv,website,description_en,description_sv,source\n"
    "OLD,Old,Gamla,,O,,,NEW,political,true,1990,,,,,,,,s1\n"
    "NEW,New,Nya,,N,,,,political,true,2000,,,,,,,,s1\n" },
  { "countries.csv",
    "code,continent,label_lon,label_lat,label_zoom,capital_lon,capital_lat,independent_from,predecessor_en,predecessor_sv,continues,independence_source\n"
    "KZ,Asia,67.3,48.2,3,71.4,51.1,1991-12-16,Union,Unionen,,s1\n"
    "AM,Asia,44.8,40.4,4,44.5,40.2,,,,,\n" },
  { "units.csv",
    "unit,country,held_by,claimed_by,name_en,name_sv,name_ru,text_en,text_sv,own_page,label_lon,label_lat\n"
    "KZ-XX,KZ,KZ,KZ AM,Area,Område,,Held by one and claimed by two.,,false,68,48\n" },
  { "names.csv",
    "kind,code,lang,name\n"
    "country,AM,en,Armenia\n"
    "country,KZ,en,Kazakhstan\n"
    "country,KZ,sv,Kazakstan\n"
    "capital,KZ,en,Astana\n"
    "unit,KZ-XX,en,Area\n" },
  { "memberships.csv",
    "id,org,country,status,of,from,to,contested,contested_reason_en,contested_reason_sv,note_en,note_sv,source\n"
    "m1,OLD,KZ,member,,1994-04-20,2000-01-01,false,,,Note,,s1\n"
    "m2,NEW,KZ,member,,2000-01-01,2010-01-01,false,,,,,s1\n"
    "m3,NEW,KZ,suspended,member,2010-01-01,2012-12,false,,,,,s1\n"
    "m4,NEW,KZ,withdrawn,,2012-12,,false,,,,,s1\n"
    "m5,NEW,AM,observer,,2005,..,true,Because.,,,,s2\n" },
  { "events.csv",
    "id,date,title_en,title_sv,summary_en,summary_sv,organisations,countries,people_en,people_sv,planned,source\n"
    "e1,1994-04-20,It begins,,,,OLD NEW,KZ AM,A;B,Å;B,false,s1\n"
    "e2,2026-11,It is planned,,,,NEW,,,,true,s2\n" },
  { "glossary.csv",
    "id,term_en,term_sv,text_en,text_sv\n"
    "status:member,member,medlem,Belongs.,Hör till.\n" },
};

/* What to break: the first @old in @file becomes @new; with no @old the file
 * becomes @new, and with neither it is not there. */
typedef struct
{
  const char *name;
  const char *file;
  const char *old;
  const char *new;
  const char *says;
} Fault;

static const Fault faults[] = {
  /* The package */
  { "no-package", "datapackage.json", NULL, NULL, "datapackage.json: the file cannot be read; put it there or mend its permissions (*)\n" },
  { "broken-json", "datapackage.json", "\"1\",", "\"1\"", "datapackage.json:3:16: this is not JSON; mend it here or just before (*)\n" },
  { "empty-json", "datapackage.json", NULL, "", "datapackage.json:1: this is not JSON; mend it here or just before (*)\n" },
  { "json-is-a-list", "datapackage.json", NULL, "[]", "datapackage.json:1:1: the file holds no object; it begins with “{”\n" },
  { "json-not-utf-8", "datapackage.json", "test", "t\xe9st", "datapackage.json: this is not UTF-8; save the file as UTF-8\n" },
  { "no-version", "datapackage.json", "\"version\"", "\"vversion\"", "datapackage.json:1:1: “version” is missing; add it\n" },
  { "version-is-a-number", "datapackage.json", "\"1\"", "1", "datapackage.json:3:1: “version” holds no text; write one in quotes\n" },
  { "no-verified-until", "datapackage.json", "verified_until", "verified", "datapackage.json:1:1: “verified_until” is missing; add it\n" },
  { "verified-until-is-a-month", "datapackage.json", "2026-06-15", "2026-06", "datapackage.json:4:1: verified_until: “2026-06” is not a full day; write one day, for example 2026-06-01\n" },
  { "verified-until-is-no-date", "datapackage.json", "2026-06-15", "june", "datapackage.json:4:1: verified_until: “june”, character 1: a year has four digits, as in 1994; only its last two may be X\n" },
  { "no-resources", "datapackage.json", "resources", "things", "datapackage.json:1:1: “resources” is missing; add it\n" },
  { "resource-without-path", "datapackage.json", "\"path\"", "\"file\"", "datapackage.json:5:1: resource 1 has no path; name its file\n" },
  { "resource-not-there", "datapackage.json", "sources.csv", "gone.csv", "datapackage.json:6:1: the package names “gone.csv”, but there is no such file; put it there or take it out\n" },

  /* The form of a table */
  { "no-file", "events.csv", NULL, NULL, "events.csv: the file cannot be read; put it there or mend its permissions (*)\n" },
  { "no-sources-file", "sources.csv", NULL, NULL,
    "datapackage.json:6:1: the package names “sources.csv”, but there is no such file; put it there or take it out\n"
    "sources.csv: the file cannot be read; put it there or mend its permissions (*)\n" },
  { "empty-file", "events.csv", NULL, "", "events.csv:1:1: the file is empty; its first line names the columns\n" },
  { "no-column", "memberships.csv", "contested,", "disputed,", "memberships.csv:1:1: the header lacks the column “contested”; add it\n" },
  { "two-columns-of-one-name", "events.csv", "summary_sv", "summary_en", "events.csv:1:1: the header lacks the column “summary_sv”; add it\nevents.csv:1:38: the column “summary_en” is there twice; rename or remove one\n" },
  { "byte-order-mark", "sources.csv", "id,", "\xef\xbb\xbfid,", "sources.csv:1:1: the file starts with a byte order mark; save it as UTF-8 without one\n" },
  { "crlf", "countries.csv", "s1\n", "s1\r\n", "countries.csv:2:59: lines end in CRLF, here and perhaps further down; save the file with LF alone\n" },
  { "not-utf-8", "names.csv", "Kazakstan", "Kazakst\xe5n", "names.csv:4:22: this is not UTF-8; save the file as UTF-8\n" },
  { "zero-width-utf-8", "names.csv", "Kazakstan", "Kazak\xed\xa0\x80stan", "names.csv:4:20: this is not UTF-8; save the file as UTF-8\n" },
  { "quote-not-closed", "glossary.csv", "Hör till.", "\"Hör till.", "glossary.csv:2:38: this quotation mark is never closed; add the closing one\n" },
  { "quote-in-a-field", "sources.csv", "Other", "Ot\"her\"", "sources.csv:3:6: there is a quotation mark inside a field without quotes; put the field in quotes and double the mark\n" },
  { "text-after-a-quote", "sources.csv", "comma\"", "comma\"!", "sources.csv:2:23: text follows a closing quotation mark; put a comma between or double the marks inside\n" },
  { "too-few-fields", "names.csv", ",Armenia", "",
    "countries.csv:3:1: “AM” has no English name; add it to names.csv\n"
    "names.csv:2:1: the number of fields is 3 here and 4 in the header; add or remove commas, or put a field with a comma in quotes\n" },
  { "too-many-fields", "events.csv", "It begins", "It, begins", "events.csv:2:1: the number of fields is 13 here and 12 in the header; add or remove commas, or put a field with a comma in quotes\n" },
  { "empty-line", "glossary.csv", "text_sv\n", "text_sv\n\n", "glossary.csv:2:1: the line is empty; delete it\n" },

  /* Sources */
  { "source-without-title", "sources.csv", "Other", "", "sources.csv:3:4: “title” is empty; fill it in\n" },
  { "source-twice", "sources.csv", "s2,Other", "s1,Other",
    "events.csv:3:41: sources.csv has no source “s2”; add it there or name another\n"
    "memberships.csv:6:46: sources.csv has no source “s2”; add it there or name another\n"
    "sources.csv:3:1: “s1” is there already, further up; give this row a name of its own or delete it\n" },
  { "source-with-a-bad-date", "sources.csv", "1994-04", "1994-4", "sources.csv:2:34: “1994-4”, character 7: a month has two digits, as in 1994-04\n" },
  { "source-with-a-bad-address", "sources.csv", "https://example.org/a", "example.org/a", "sources.csv:2:42: “example.org/a” is no address; write one that begins with https:// or leave it empty\n" },
  { "source-with-another-scheme", "sources.csv", "https://example.org/a", "javascript:alert(1)", "sources.csv:2:42: “javascript:alert(1)” is no address; write one that begins with https:// or leave it empty\n" },
  { "source-checked-by-whom", "sources.csv", "unread", "yes", "sources.csv:3:13: “yes” is not known; write “read”, “partly” or “unread”\n" },

  /* Organisations */
  { "organisation-without-name", "organisations.csv", "New,Nya", ",Nya",
    "organisations.csv:3:5: “name_en” is empty though there is a translation; fill it in\n"
    "organisations.csv:3:5: “name_en” is empty; fill it in\n" },
  { "organisation-without-source", "organisations.csv", "s1\nNEW", "\nNEW", "organisations.csv:2:51: “source” is empty; fill it in\n" },
  { "organisation-with-an-unknown-source", "organisations.csv", "s1\nNEW", "s9\nNEW", "organisations.csv:2:51: sources.csv has no source “s9”; add it there or name another\n" },
  { "organisation-tracked-or-not", "organisations.csv", "NEW,political,true", "NEW,political,yes", "organisations.csv:2:34: “yes” is neither “true” nor “false”; write one of them\n" },
  { "organisation-with-an-unknown-successor", "organisations.csv", ",NEW,", ",NEWER,", "organisations.csv:2:20: organisations.csv has no organisation “NEWER”; add it there or name another\n" },
  { "successors-in-a-circle", "organisations.csv", "N,,,,political", "N,,,OLD,political",
    "organisations.csv:2:20: the successors of “OLD” go in a circle; leave the last one's empty\n"
    "organisations.csv:3:18: the successors of “NEW” go in a circle; leave the last one's empty\n" },
  { "its-own-successor", "organisations.csv", "N,,,,political", "N,,,NEW,political",
    "organisations.csv:2:20: the successors of “OLD” go in a circle; leave the last one's empty\n"
    "organisations.csv:3:18: the successors of “NEW” go in a circle; leave the last one's empty\n" },
  { "organisation-founded-when", "organisations.csv", "2000", "2000-13", "organisations.csv:3:34: “2000-13”, character 6: months go from 01 to 12\n" },
  { "organisation-not-tracked", "organisations.csv", "N,,,,political,true", "N,,,,political,false",
    "organisations.csv:3: “NEW” has memberships but is not tracked; write “true” in its column “tracked”\n" },

  /* Countries, areas, names */
  { "country-twice", "countries.csv", "AM,Asia", "KZ,Asia", "countries.csv:3:1: “KZ” is there already, further up; give this row a name of its own or delete it\n*has no country “AM”*" },
  { "country-with-a-long-code", "countries.csv", "AM,Asia", "ARM,Asia", "countries.csv:3:1: “ARM” has no English name; add it to names.csv\ncountries.csv:3:1: “ARM” is no country code; write two capital letters, as in KZ\n*has no country “AM”*" },
  { "country-without-label", "countries.csv", "44.8", "", "countries.csv:3:9: “label_lon” is empty; fill it in\n" },
  { "bad-number", "countries.csv", "67.3", "67;3", "countries.csv:2:9: “67;3” is not a number from -180 to 180; write one with a full stop, as in 12.5\n" },
  { "number-out-of-range", "countries.csv", "48.2", "98.2", "countries.csv:2:14: “98.2” is not a number from -90 to 90; write one with a full stop, as in 12.5\n" },
  { "number-that-is-none", "countries.csv", "67.3", "nan", "countries.csv:2:9: “nan” is not a number from -180 to 180; write one with a full stop, as in 12.5\n" },
  { "independence-without-source", "countries.csv", "Unionen,,s1", "Unionen,,", "countries.csv:2:57: “independence_source” is empty; fill it in\n" },
  { "predecessor-in-Swedish-alone", "countries.csv", "Union,", ",", "countries.csv:2:42: “predecessor_en” is empty though there is a translation; fill it in\n" },
  { "continues-or-not", "countries.csv", "Unionen,,", "Unionen,true,", "countries.csv:2:56: “true” is not known; write “yes” or leave it empty\n" },
  { "continues-without-a-date", "countries.csv", "40.2,,,,", "40.2,,,,yes", "countries.csv:3:31: “independent_from” is empty; fill it in\n" },
  { "independence-on-a-bad-day", "countries.csv", "1991-12-16", "1991-12-32", "countries.csv:2:31: “1991-12-32”, character 9: the month has no such day\n" },
  { "area-of-an-unknown-country", "units.csv", "KZ-XX,KZ", "KZ-XX,XY",
    "units.csv:2:7: countries.csv has no country “XY”; add it there or name another\n"
    "units.csv:2:*: an area that is counted to no country has a page of its own; write “true” or name its country\n" },
  { "area-held-by-an-unknown-country", "units.csv", "KZ,KZ AM", "XY,KZ AM", "units.csv:2:10: countries.csv has no country “XY”; add it there or name another\n" },
  { "area-claimed-by-an-unknown-country", "units.csv", "KZ AM", "KZ XY", "units.csv:2:13: countries.csv has no country “XY”; add it there or name another\n" },
  { "area-of-no-country", "units.csv", "KZ-XX,KZ", "KZ-XX,", "units.csv:2:*: an area that is counted to no country has a page of its own; write “true” or name its country\n" },
  { "name-of-an-unknown-kind", "names.csv", "capital,KZ", "city,KZ", "names.csv:5:1: “city” is not known; write “country”, “capital” or “unit”\n" },
  { "name-of-an-unknown-country", "names.csv", "capital,KZ", "capital,XY", "names.csv:5:9: countries.csv has no country “XY”; add it there or name another\n" },
  { "name-of-an-unknown-area", "names.csv", "unit,KZ-XX", "unit,KZ-YY", "names.csv:6:6: units.csv has no area “KZ-YY”; add it there or name another\n" },
  { "name-twice", "names.csv", "KZ,sv", "KZ,en", "names.csv:4:15: “KZ” has a name in the language “en” already, further up; delete one\n" },
  { "name-that-is-empty", "names.csv", "Kazakstan", "", "names.csv:4:15: “name” is empty; fill it in\n" },
  { "name-without-language", "names.csv", "KZ,sv", "KZ,", "names.csv:4:12: “lang” is empty; fill it in\n" },
  { "no-english-name", "names.csv", "country,AM,en,Armenia\n", "", "countries.csv:3:1: “AM” has no English name; add it to names.csv\n" },

  /* Memberships */
  { "membership-twice", "memberships.csv", "m5", "m1", "memberships.csv:6:1: “m1” is there already, further up; give this row a name of its own or delete it\n" },
  { "membership-without-id", "memberships.csv", "m5", "", "memberships.csv:6:1: “id” is empty; fill it in\n" },
  { "unknown-organisation", "memberships.csv", "m5,NEW", "m5,NOW", "memberships.csv:6:4: organisations.csv has no organisation “NOW”; add it there or name another\n" },
  { "unknown-country", "memberships.csv", "NEW,AM", "NEW,XY", "memberships.csv:6:8: countries.csv has no country “XY”; add it there or name another\n" },
  { "no-country", "memberships.csv", "NEW,AM", "NEW,", "memberships.csv:6:8: “country” is empty; fill it in\n" },
  { "unknown-status", "memberships.csv", "observer", "Observer", "memberships.csv:6:11: “Observer” is not a status; write one of member, suspended, frozen, signatory, invited, associate, partner, observer, dialogue_partner, withdrawn, declined\n" },
  { "no-status", "memberships.csv", "observer", "", "memberships.csv:6:11: “” is not a status; write one of member, suspended, frozen, signatory, invited, associate, partner, observer, dialogue_partner, withdrawn, declined\n" },
  { "suspended-of-nothing", "memberships.csv", "suspended,member", "suspended,", "memberships.csv:4:21: “” does not say what is suspended or frozen; write member or one of signatory, invited, associate, partner, observer, dialogue_partner\n" },
  { "suspended-of-withdrawn", "memberships.csv", "suspended,member", "suspended,withdrawn", "memberships.csv:4:21: “withdrawn” does not say what is suspended or frozen; write member or one of signatory, invited, associate, partner, observer, dialogue_partner\n" },
  { "observer-of-something", "memberships.csv", "observer,", "observer,member", "memberships.csv:6:20: only “suspended” and “frozen” are of something; leave “of” empty\n" },
  { "no-source", "memberships.csv", "s2", "", "memberships.csv:6:46: “source” is empty; fill it in\n" },
  { "unknown-source", "memberships.csv", "s2", "s9", "memberships.csv:6:46: sources.csv has no source “s9”; add it there or name another\n" },
  { "no-from", "memberships.csv", "1994-04-20", "", "memberships.csv:2:19: “from” is empty; fill it in\n" },
  { "bad-from", "memberships.csv", "1994-04-20", "1994-02-30", "memberships.csv:2:19: “1994-02-30”, character 9: the month has no such day\n" },
  { "bad-to", "memberships.csv", "2012-12,", "2012-12x,", "memberships.csv:4:39: “2012-12x”, character 8: “-” is expected here, as in 1994-04-20\n" },
  { "a-season", "memberships.csv", ",2005,", ",2005-21,", "memberships.csv:6:21: “2005-21”, character 6: a season has no fixed days; write its months, as in 1994-03/1994-05\n" },
  { "to-before-from", "memberships.csv", "2000-01-01,false", "1990-01-01,false", "memberships.csv:2:30: “to” (1990-01-01) does not come after “from” (1994-04-20); “to” is the first day that no longer counts\n" },
  { "to-on-from", "memberships.csv", "2000-01-01,false", "1994-04-20,false", "memberships.csv:2:30: “to” (1994-04-20) does not come after “from” (1994-04-20); “to” is the first day that no longer counts\n" },
  { "overlap", "memberships.csv", "2010-01-01,false", "2010-01-02,false", "memberships.csv:4:28: this spell overlaps “m2” on line 3; end that one when this one begins, or write the same uncertain date in both\n" },
  { "overlap-of-open-ends", "memberships.csv", "2012-12,false", ",false", "memberships.csv:5:22: this spell overlaps “m3” on line 4; end that one when this one begins, or write the same uncertain date in both\n" },
  { "two-spells-from-one-day", "memberships.csv", "suspended,member,2010-01-01", "suspended,member,2000-01-01", "memberships.csv:4:28: this spell overlaps “m2” on line 3; end that one when this one begins, or write the same uncertain date in both\n" },
  { "contested-without-reason", "memberships.csv", "Because.", "", "memberships.csv:6:34: the row is contested, but no reason is given; give one\n" },
  { "reason-without-contest", "memberships.csv", "true,Because.", "false,Because.", "memberships.csv:6:29: there is a reason why the row is contested, but it is not; write “true” or delete the reason\n" },
  { "contested-or-not", "memberships.csv", "true,Because.", "maybe,Because.",
    "memberships.csv:6:29: there is a reason why the row is contested, but it is not; write “true” or delete the reason\n"
    "memberships.csv:6:29: “maybe” is neither “true” nor “false”; write one of them\n" },
  { "swedish-note-alone", "memberships.csv", "Note,", ",Not", "memberships.csv:2:49: “note_en” is empty though there is a translation; fill it in\n" },
  { "withdrawn-without-membership", "memberships.csv", "observer", "withdrawn", "memberships.csv:6:11: “withdrawn” is for a country that was a member, and no row above says that it was; add that row or write “declined”\n" },

  /* Events */
  { "event-twice", "events.csv", "e2", "e1", "events.csv:3:1: “e1” is there already, further up; give this row a name of its own or delete it\n" },
  { "event-without-date", "events.csv", "1994-04-20", "", "events.csv:2:4: “date” is empty; fill it in\n" },
  { "event-without-title", "events.csv", "It begins", "", "events.csv:2:15: “title_en” is empty; fill it in\n" },
  { "event-without-source", "events.csv", "true,s2", "true,", "events.csv:3:41: “source” is empty; fill it in\n" },
  { "event-with-an-unknown-source", "events.csv", "true,s2", "true,s9", "events.csv:3:41: sources.csv has no source “s9”; add it there or name another\n" },
  { "event-with-an-unknown-organisation", "events.csv", "OLD NEW", "OLD NOW", "events.csv:2:28: organisations.csv has no organisation “NOW”; add it there or name another\n" },
  { "event-with-an-unknown-country", "events.csv", "KZ AM", "KZ XY", "events.csv:2:36: countries.csv has no country “XY”; add it there or name another\n" },
  { "planned-event-that-has-passed", "events.csv", "2026-11", "2026-06-15", "events.csv:3:39: the day of this planned event has passed by 2026-06-15, until when the package is verified; find out whether it happened, then write “false” or delete it\n" },
  { "event-of-the-future", "events.csv", "true,s2", "false,s2", "events.csv:3:36: this event comes after 2026-06-15, until when the package is verified; write “true” for planned\n" },
  { "event-on-the-day-after", "events.csv", "1994-04-20", "2026-06-16", "events.csv:2:50: this event comes after 2026-06-15, until when the package is verified; write “true” for planned\n" },

  /* The glossary */
  { "glossary-without-text", "glossary.csv", "Belongs.", "",
    "glossary.csv:2:29: “text_en” is empty though there is a translation; fill it in\n"
    "glossary.csv:2:29: “text_en” is empty; fill it in\n" },
  { "glossary-twice", "glossary.csv", "Hör till.\n", "Hör till.\nstatus:member,m,m,m,m\n", "glossary.csv:3:1: “status:member” is there already, further up; give this row a name of its own or delete it\n" },
};

static char *
make_directory (void)
{
  char *directory = g_dir_make_tmp ("atlas-test-XXXXXX", NULL);

  g_assert_nonnull (directory);
  return directory;
}

static void
write_file (const char *directory,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);

  if (text != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  else
    g_unlink (path);
}

static void
write_package (const char *directory)
{
  for (guint i = 0; i < G_N_ELEMENTS (package); i++)
    write_file (directory, package[i].name, package[i].text);
}

static void
remove_package (const char *directory)
{
  for (guint i = 0; i < G_N_ELEMENTS (package); i++)
    write_file (directory, package[i].name, NULL);
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

static const char *
find_text (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (package); i++)
    if (g_str_equal (package[i].name, name))
      return package[i].text;
  g_assert_not_reached ();
}

static void
write_fault (const char *directory,
             const Fault *fault)
{
  const char *text = find_text (fault->file);
  const char *found;
  g_autoptr (GString) broken = g_string_new (NULL);

  if (fault->old == NULL)
    {
      write_file (directory, fault->file, fault->new);
      return;
    }

  found = strstr (text, fault->old);
  g_assert_nonnull (found);
  g_string_append_len (broken, text, found - text);
  g_string_append (broken, fault->new);
  g_string_append (broken, found + strlen (fault->old));
  write_file (directory, fault->file, broken->str);
}

/* All problems, a line each, with paths from @directory on. */
static char *
say_all (AtlasProblems *problems,
         const char *directory)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *prefix = g_strconcat (directory, G_DIR_SEPARATOR_S, NULL);

  for (guint i = 0; i < atlas_problems_get_n (problems); i++)
    {
      g_autofree char *line = atlas_problem_to_string (atlas_problems_get (problems, i));

      g_assert_true (g_str_has_prefix (line, prefix));
      g_string_append_printf (text, "%s\n", line + strlen (prefix));
    }
  return g_strdup (text->str);
}

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  g_autofree char *directory = make_directory ();
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autofree char *said = NULL;

  write_package (directory);
  write_fault (directory, fault);
  g_assert_null (atlas_dataset_load (directory, problems));
  said = say_all (problems, directory);
  if (!g_pattern_match_simple (fault->says, said))
    g_assert_cmpstr (said, ==, fault->says);
  g_assert_nonnull (strstr (said, fault->file));
  remove_package (directory);
}

static void
test_sound (void)
{
  g_autofree char *directory = make_directory ();
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autofree char *said = NULL;
  const AtlasMembership *const *memberships;
  const AtlasCountry *kazakhstan;
  guint n;

  write_package (directory);
  dataset = atlas_dataset_load (directory, problems);
  said = say_all (problems, directory);
  g_assert_cmpstr (said, ==, "");
  g_assert_nonnull (dataset);

  g_assert_cmpstr (atlas_dataset_get_version (dataset), ==, "1");
  g_assert_cmpint (atlas_dataset_get_verified_until (dataset), ==, atlas_day_new (2026, 6, 15));
  g_assert_cmpstr (atlas_dataset_find_source (dataset, "s1")->title, ==, "Title, with comma");
  g_assert_null (atlas_dataset_find_source (dataset, "s2")->url);
  g_assert_cmpstr (atlas_dataset_find_area (dataset, "KZ-XX")->claimed_by, ==, "KZ AM");
  g_assert_cmpstr (atlas_area_get_name (atlas_dataset_find_area (dataset, "KZ-XX"), "sv"), ==, "Område");
  g_assert_cmpstr (atlas_area_get_text (atlas_dataset_find_area (dataset, "KZ-XX"), "sv"), ==, "Held by one and claimed by two.");
  g_assert_cmpstr (atlas_dataset_get_glossary_term (dataset, "status:member", "sv"), ==, "medlem");
  g_assert_cmpstr (atlas_dataset_get_glossary_text (dataset, "status:member", "en"), ==, "Belongs.");
  g_assert_null (atlas_dataset_get_glossary_text (dataset, "status:frozen", "en"));

  kazakhstan = atlas_dataset_find_country (dataset, "KZ");
  g_assert_cmpuint (kazakhstan->index, ==, 1);
  g_assert_cmpstr (atlas_country_get_name (kazakhstan, "sv"), ==, "Kazakstan");
  g_assert_cmpstr (atlas_country_get_capital_name (kazakhstan, "sv"), ==, "Astana");
  g_assert_null (atlas_country_get_capital_name (atlas_dataset_find_country (dataset, "AM"), "sv"));
  g_assert_true (kazakhstan->has_independence);
  g_assert_false (kazakhstan->continues);
  g_assert_cmpstr (atlas_country_get_predecessor_name (kazakhstan, "sv"), ==, "Unionen");
  g_assert_cmpstr (atlas_country_get_predecessor_name (kazakhstan, NULL), ==, "Union");
  g_assert_null (atlas_country_get_predecessor_name (atlas_dataset_find_country (dataset, "AM"), "en"));
  g_assert_cmpint (atlas_dataset_get_last_border_change (dataset), ==, atlas_day_new (1991, 12, 16));
  g_assert_false (atlas_dataset_find_country (dataset, "AM")->has_independence);

  memberships = atlas_dataset_get_memberships (dataset, &n);
  g_assert_cmpuint (n, ==, 5);
  for (guint i = 0; i < n; i++)
    if (memberships[i]->contested)
      g_assert_cmpstr (atlas_membership_get_contested_reason (memberships[i], "sv"), ==, "Because.");

  g_assert_cmpstr (atlas_event_get_people (atlas_dataset_find_event (dataset, "e1"), "en"), ==, "A;B");
  g_assert_cmpstr (atlas_event_get_people (atlas_dataset_find_event (dataset, "e1"), "sv"), ==, "Å;B");
  g_assert_null (atlas_event_get_people (atlas_dataset_find_event (dataset, "e2"), "sv"));
  remove_package (directory);
}

static void
test_sound_without_glossary (void)
{
  g_autofree char *directory = make_directory ();
  g_autoptr (AtlasDataset) dataset = NULL;

  write_package (directory);
  write_file (directory, "glossary.csv", NULL);
  dataset = atlas_dataset_load (directory, NULL);
  g_assert_nonnull (dataset);
  remove_package (directory);
}

static void
test_every_problem_is_found (void)
{
  static const Fault several[] = {
    { "", "events.csv", "OLD NEW", "OLD NOW", NULL },
    { "", "sources.csv", "unread", "yes", NULL },
    { "", "memberships.csv", "observer", "guest", NULL },
    { "", "datapackage.json", "version", "v", NULL },
  };
  g_autofree char *directory = make_directory ();
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();

  write_package (directory);
  for (guint i = 0; i < G_N_ELEMENTS (several); i++)
    write_fault (directory, &several[i]);
  g_assert_null (atlas_dataset_load (directory, problems));
  g_assert_cmpuint (atlas_problems_get_n (problems), ==, 4);
  for (guint i = 1; i < 4; i++)
    g_assert_cmpstr (atlas_problems_get (problems, i - 1)->file, <, atlas_problems_get (problems, i)->file);
  remove_package (directory);
}

static void
test_no_directory (void)
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();

  g_assert_null (atlas_dataset_load ("/nowhere", problems));
  g_assert_cmpuint (atlas_problems_get_n (problems), ==, 8);
}

/* Any byte of any file may be wrong: the loader must say so or live with it. */
static void
test_noise (void)
{
  static const char bytes[] = "\0,\"\n\r\xff{}[]:2X-";
  g_autofree char *directory = make_directory ();

  write_package (directory);
  for (guint i = 0; i < 3000; i++)
    {
      const File *file = &package[g_test_rand_int_range (0, G_N_ELEMENTS (package))];
      g_autofree char *path = g_build_filename (directory, file->name, NULL);
      g_autofree char *text = g_strdup (file->text);
      g_autoptr (AtlasProblems) problems = atlas_problems_new ();
      g_autoptr (AtlasDataset) dataset = NULL;

      text[g_test_rand_int_range (0, strlen (file->text))] = bytes[g_test_rand_int_range (0, sizeof bytes)];
      g_assert_true (g_file_set_contents_full (path, text, strlen (file->text), G_FILE_SET_CONTENTS_NONE, 0666, NULL));
      dataset = atlas_dataset_load (directory, problems);
      g_assert_cmpint (dataset == NULL, ==, atlas_problems_get_n (problems) > 0);
      write_file (directory, file->name, file->text);
    }
  remove_package (directory);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dataset/sound", test_sound);
  g_test_add_func ("/dataset/sound-without-glossary", test_sound_without_glossary);
  g_test_add_func ("/dataset/every-problem-is-found", test_every_problem_is_found);
  g_test_add_func ("/dataset/no-directory", test_no_directory);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/dataset/malformed/", faults[i].name, NULL);

      g_test_add_data_func (path, &faults[i], test_fault);
    }
  g_test_add_func ("/dataset/noise", test_noise);
  return g_test_run ();
}
