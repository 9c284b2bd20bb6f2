/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-date-words.h"

#include <string.h>

#define WEEKDAY_SHIFT 4

/* From January; forms of one month are parted by spaces. Words that mean much
 * else where they are short (“jan”, “mar”, “dec” are fine, “sun” is not) are left out. */
static const char *const months[ATLAS_N_LANGUAGES] = {
  "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec",
  "januari jan|februari feb|mars|april apr|maj|juni jun|juli jul|augusti aug|september sept sep|oktober okt|november nov|december dec",
  "январь января январе январю январём|февраль февраля феврале февралю февралём|март марта марте марту мартом|апрель апреля апреле апрелю апрелем|"
  "май мая мае маю маем|июнь июня июне июню июнем|июль июля июле июлю июлем|август августа августе августу августом|"
  "сентябрь сентября сентябре сентябрю сентябрём|октябрь октября октябре октябрю октябрём|ноябрь ноября ноябре ноябрю ноябрём|"
  "декабрь декабря декабре декабрю декабрём",
  "januar jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember",
  "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
};

/* From Monday. */
static const char *const weekdays[ATLAS_N_LANGUAGES] = {
  "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
  "måndag måndags måndagen|tisdag tisdags tisdagen|onsdag onsdags onsdagen|torsdag torsdags torsdagen|fredag fredags fredagen|"
  "lördag lördags lördagen|söndag söndags söndagen",
  "понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье",
  "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag",
  "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
};

static const struct
{
  guint flag;
  const char *words[ATLAS_N_LANGUAGES];
} lists[] = {
  { ATLAS_DATE_WORD_YEAR_BEFORE,
    { "since until till year spring summer autumn fall winter early late mid circa",
      "år årets sedan våren sommaren hösten vintern årsskiftet",
      "",
      "jahr jahre jahres seit frühjahr sommer herbst winter",
      "année depuis printemps été automne hiver" } },
  { ATLAS_DATE_WORD_NUMBER_BEFORE,
    { "in by from to before after of during between and through around about for",
      "från till före efter under mellan och kring omkring av",
      "",
      "von bis vor nach zwischen und in um",
      "en de à entre et avant après vers" } },
  { ATLAS_DATE_WORD_MONTH_BEFORE,
    { "in since until till during early late mid last next this of before after through",
      "i sedan under av till från före efter förra nästa",
      "в с до к от начале конце середине начала конца середины прошлого прошлом следующего этого после",
      "im seit bis anfang ende mitte",
      "en depuis début fin" } },
  { ATLAS_DATE_WORD_YEAR_AFTER, { "", "", "год года году годом годы годов годах г гг", "", "" } },
  { ATLAS_DATE_WORD_GOES_ON,
    { "the a an and but or to until till through when after before as with he she it they we its their his her this that these those who which "
      "was were is are has had have will would did became on at in by for from because while although under over not no more amid during",
      "och men eller till tills när då som har hade är var blev ska skulle fick kom gick gjorde tog den det de han hon en ett i på av med för "
      "vid under efter före mellan från också inte att genom",
      "и но или до когда после",
      "und aber oder bis als nach vor der die das ein eine wurde war ist hat hatte",
      "et mais ou à le la les un une est a était avait par avec pour dans" } },
  { ATLAS_DATE_WORD_FUTURE,
    { "will upcoming scheduled due plan plans planned expected expects forthcoming coming",
      "ska skall kommer väntas planeras planerar kommande inför stundande",
      "будет будут состоится состоятся пройдёт пройдут запланирован запланирована запланировано запланированы ожидается намечен намечена "
      "намечено планируется планирует планируют предстоящий предстоящая предстоящем предстоящего начнётся прибудет посетит",
      "wird werden geplant",
      "sera seront aura auront prévu prévue prochain prochaine" } },
  { ATLAS_DATE_WORD_LAST, { "last", "förra", "прошлого прошлом прошлый прошлую прошлое", "letzten vergangenen", "" } },
  { ATLAS_DATE_WORD_NEXT, { "next", "nästa", "следующего следующем следующий следующую следующее", "nächsten kommenden", "" } },
  { ATLAS_DATE_WORD_THIS, { "this", "", "этого нынешнего текущего", "diesen", "" } },
  { ATLAS_DATE_WORD_YEAR, { "year", "år året", "года году", "jahres", "" } },
  { ATLAS_DATE_WORD_YESTERDAY, { "yesterday", "igår", "вчера", "gestern", "hier" } },
  { ATLAS_DATE_WORD_TOMORROW, { "tomorrow", "imorgon", "завтра", "", "demain" } },
  { ATLAS_DATE_WORD_DAY_BEFORE, { "on last next", "i på nästa förra", "в во прошлый прошлую прошлое следующий следующую следующее", "am", "" } },
  { ATLAS_DATE_WORD_COUNTED, { "people men women troops police children staff cattle million billion percent", "personer man barn procent miljoner", "", "", "" } },
};

/* ё and е are the same letter to a reader in a hurry. */
static char *
fold (const char *word)
{
  g_auto (GStrv) parts = g_strsplit (word, "ё", -1);

  return g_strjoinv ("е", parts);
}

static void
add (GHashTable *table,
     const char *words,
     guint flags)
{
  g_auto (GStrv) forms = g_strsplit (words, " ", -1);

  for (guint i = 0; forms[i] != NULL; i++)
    {
      g_autofree char *key = fold (forms[i]);
      guint known = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

      g_hash_table_insert (table, g_steal_pointer (&key), GUINT_TO_POINTER (known | flags));
    }
}

static void
add_series (GHashTable *table,
            const char *series,
            guint shift)
{
  g_auto (GStrv) items = g_strsplit (series, "|", -1);

  for (guint i = 0; items[i] != NULL; i++)
    add (table, items[i], (i + 1) << shift);
}

static guint8 starts[ATLAS_N_LANGUAGES][256];

/* By the byte that tells letters apart: the first of one, the second of two. */
static void
mark_start (AtlasLanguage language,
            gunichar c)
{
  char bytes[6];
  int n = g_unichar_to_utf8 (c, bytes);

  starts[language][(guchar) bytes[n > 1]] = 1;
}

static void
mark_starts (AtlasLanguage language,
             GHashTable *table)
{
  const guint dates = 0x7f | ATLAS_DATE_WORD_YESTERDAY | ATLAS_DATE_WORD_TOMORROW;
  GHashTableIter iter;
  gpointer word, flags;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &word, &flags))
    if ((GPOINTER_TO_UINT (flags) & dates) != 0)
      {
        gunichar c = g_utf8_get_char (word);

        mark_start (language, c);
        mark_start (language, g_unichar_toupper (c));
      }
}

static GHashTable *
make_table (AtlasLanguage language)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_series (table, months[language], 0);
  add_series (table, weekdays[language], WEEKDAY_SHIFT);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    add (table, lists[i].words[language], lists[i].flag);
  g_hash_table_remove (table, "");
  mark_starts (language, table);
  return table;
}

/**
 * atlas_date_words_look_up:
 * @language: a known one
 * @word: in lower case
 *
 * Any thread may call this.
 *
 * Returns: bits of #AtlasDateWord, with the month and the weekday in the lowest; 0 for other words
 */
guint
atlas_date_words_look_up (AtlasLanguage language,
                          const char *word)
{
  static GHashTable *tables[ATLAS_N_LANGUAGES];
  static gsize ready[ATLAS_N_LANGUAGES];
  g_autofree char *folded = NULL;

  g_return_val_if_fail (language < ATLAS_N_LANGUAGES, 0);

  if (g_once_init_enter (&ready[language]))
    {
      tables[language] = make_table (language);
      g_once_init_leave (&ready[language], 1);
    }
  if (language == ATLAS_LANGUAGE_RU && strstr (word, "ё") != NULL)
    word = folded = fold (word);
  return GPOINTER_TO_UINT (g_hash_table_lookup (tables[language], word));
}

/**
 * atlas_date_words_get_starts:
 * @language: a known one
 *
 * Returns: (transfer none) (array fixed-size=256): whether a month, a day of the week
 *   or a neighbouring day may begin so, by the first byte of a letter, or by the
 *   second where it has more than one
 */
const guint8 *
atlas_date_words_get_starts (AtlasLanguage language)
{
  atlas_date_words_look_up (language, "");
  return starts[language];
}
