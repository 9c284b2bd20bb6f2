/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"

/* A page as newspapers make them, with all that surrounds an article. */
static const char newspaper[] =
    "<!DOCTYPE html>\n"
    "<!-- saved from url=(0042)https://www.paper.example/saved -->\n"
    "<html lang=\"sv-SE\"><head><meta charset=\"utf-8\">\n"
    "<title>Sex länder möttes i Bisjkek | Dagbladet</title>\n"
    "<link rel=\"canonical\" href=\"https://www.paper.example/2025/05/28/sex-lander\">\n"
    "<meta property=\"og:title\" content=\"Sex länder möttes i Bisjkek\">\n"
    "<meta property=\"og:site_name\" content=\"Dagbladet\">\n"
    "<meta property=\"og:description\" content=\"Försvarsministrarna talade om övningar.\">\n"
    "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},"
    "{\"@type\":[\"NewsArticle\"],\"headline\":\"Sex länder möttes i Bisjkek\",\"datePublished\":\"2025-05-28T21:10:00+02:00\","
    "\"author\":[{\"@type\":\"Person\",\"name\":\"Ada Berg\"},{\"name\":\"Bo Ek\"}],\"publisher\":{\"name\":\"Dagbladet\"}}]}</script>\n"
    "<style>p { color: red }</style></head>\n"
    "<body class=\"has-sidebar cookie-ok\">\n"
    "<div id=\"CookieConsent\"><p>Vi använder kakor för att ge dig en bättre upplevelse av vår webbplats och våra tjänster.</p></div>\n"
    "<header><nav><ul><li><a href=\"/\">Start</a></li><li><a href=\"/utrikes\">Utrikes</a></li></ul></nav></header>\n"
    "<main><article>\n"
    "<h1>Sex länder möttes i Bisjkek</h1>\n"
    "<p class=\"byline\">Av Ada Berg och Bo Ek</p>\n"
    "<p><strong>Försvarsministrarna i CSTO talade på onsdagen om övningar och om väst.</strong></p>\n"
    "<figure><img src=\"a.jpg\" alt=\"\"><figcaption>Ministrarna på en trappa. Foto: Någon</figcaption></figure>\n"
    "<p>Mötet hölls i <a href=\"/kirgizistan\">Kirgizistans</a> huvudstad. Ryss&shy;lands försvars&shy;minister sade att hotet växer.</p>\n"
    "<div class=\"related-articles\"><h3>Läs också</h3><p>Här är en helt annan artikel som handlar om vädret i Norrland hela veckan.</p></div>\n"
    "<p>Läs mer: <a href=\"/x\">Så blev alliansen till</a></p>\n"
    "<h2>Kazakstan avvaktar</h2>\n"
    "<p>Kazakstans minister lämnade salen tidigt.<br><br>Ingen ville säga varför.</p>\n"
    "<ul><li>Sex medlemmar finns kvar.</li><li>Tre har gått.</li></ul>\n"
    "<ul><li><a href=\"/1\">Vädret i dag</a></li><li><a href=\"/2\">Sporten i kväll</a></li></ul>\n"
    "<aside>Prenumerera på vårt nyhetsbrev och få alla nyheter varje morgon klockan sju.</aside>\n"
    "<h3>Fakta</h3>\n"
    "</article>\n"
    "<section class=\"article-comments\"><p>Kalle: Det här var en mycket märklig artikel som jag inte alls håller med om.</p></section>\n"
    "</main><footer><p>Ansvarig utgivare: En lång rad med text som ingen behöver läsa någonsin.</p></footer>\n"
    "<script>var x = '<p>nothing</p>';</script></body></html>";

static void
test_newspaper (void)
{
  g_autoptr (AtlasImported) imported = extract_string ("page.html", newspaper);

  assert_blocks (imported,
                 "Försvarsministrarna i CSTO talade på onsdagen om övningar och om väst.\n"
                 "Mötet hölls i Kirgizistans huvudstad. Rysslands försvarsminister sade att hotet växer.\n"
                 "# Kazakstan avvaktar\n"
                 "Kazakstans minister lämnade salen tidigt.\n"
                 "Ingen ville säga varför.\n"
                 "Sex medlemmar finns kvar.\n"
                 "Tre har gått.\n");
  g_assert_cmpint (atlas_imported_get_format (imported), ==, ATLAS_FORMAT_HTML);
  g_assert_cmpstr (atlas_imported_get_title (imported), ==, "Sex länder möttes i Bisjkek");
  g_assert_cmpstr (atlas_imported_get_publisher (imported), ==, "Dagbladet");
  g_assert_cmpstr (atlas_imported_get_author (imported), ==, "Ada Berg, Bo Ek");
  g_assert_cmpstr (atlas_imported_get_date (imported), ==, "2025-05-28");
  g_assert_cmpstr (atlas_imported_get_address (imported), ==, "https://www.paper.example/2025/05/28/sex-lander");
  g_assert_cmpstr (atlas_imported_get_language (imported), ==, "sv-SE");
  g_assert_cmpstr (atlas_imported_get_summary (imported), ==, "Försvarsministrarna talade om övningar.");
}

/* No article, no main, no class that says anything: only where paragraphs are. */
static void
test_old_page (void)
{
  g_autoptr (AtlasImported) imported =
      extract_string ("old.htm",
                      "<html><head><title>The border - Old News</title></head><body><table><tr>"
                      "<td><a href=1>Home</a><br><a href=2>World news and everything that happens in it</a><br><a href=3>About us</a></td>"
                      "<td><h1>The border</h1><p>By Cy Dahl</p>"
                      "<p>Soldiers stood on both sides of the river, and nobody crossed it on that day."
                      "<p>On the next morning, the ministers of both countries met on the bridge."
                      "<p><a href=4>Go back to the list of all the articles that we have</a></td></tr></table></body></html>");

  assert_blocks (imported,
                 "Soldiers stood on both sides of the river, and nobody crossed it on that day.\n"
                 "On the next morning, the ministers of both countries met on the bridge.\n");
  g_assert_cmpstr (atlas_imported_get_title (imported), ==, "The border");
  g_assert_cmpstr (atlas_imported_get_publisher (imported), ==, "Old News");
  g_assert_cmpstr (atlas_imported_get_author (imported), ==, "Cy Dahl");
  g_assert_null (atlas_imported_get_date (imported));
}

/* One article among teasers of others, in Russian, in windows-1251. */
static void
test_russian_page (void)
{
  static const char page[] =
      "<html lang=ru><head><meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\"><title>Встреча в Астане</title></head><body>"
      "<article class=card><h2><a href=/1>Погода на завтра: дожди и грозы почти во всех областях страны</a></h2></article>"
      "<article><time datetime=\"2024-07-04T12:00\">4 июля</time><h1>Встреча в Астане</h1>"
      "<p>Главы государств ШОС встретились в столице Казахстана и приняли в организацию Белоруссию.</p>"
      "<p>Читайте также: <a href=/2>Кто вступил раньше</a></p>"
      "<p>Об этом сообщил министр иностранных дел, выступая перед журналистами после заседания.</p></article></body></html>";
  gsize length;
  g_autofree char *data = g_convert (page, -1, "WINDOWS-1251", "UTF-8", NULL, &length, NULL);
  g_autoptr (AtlasImported) imported = extract_bytes ("ru.html", data, length);

  assert_blocks (imported,
                 "Главы государств ШОС встретились в столице Казахстана и приняли в организацию Белоруссию.\n"
                 "Об этом сообщил министр иностранных дел, выступая перед журналистами после заседания.\n");
  g_assert_cmpstr (atlas_imported_get_title (imported), ==, "Встреча в Астане");
  g_assert_cmpstr (atlas_imported_get_date (imported), ==, "2024-07-04");
  g_assert_cmpstr (atlas_imported_get_language (imported), ==, "ru");
}

static void
test_facts (void)
{
  g_autoptr (AtlasImported) imported =
      extract_string ("facts.html",
                      "<!doctype html><html xml:lang=en_GB><head>"
                      "<meta name=DC.Creator content=\"By Di Eng\"><meta name=pubdate content=\"May 28, 2026\">"
                      "<meta property=og:url content=\"javascript:alert(1)\"><link rel=\"alternate canonical\" href=\"https://news.example/a?b=1\">"
                      "<script type=\"application/ld+json\">{ broken</script><title>One fact — News</title></head>"
                      "<body><div><p>One sentence that is long enough to be an article in this test of facts.</p></div></body></html>");

  g_assert_cmpstr (atlas_imported_get_title (imported), ==, "One fact — News");
  g_assert_cmpstr (atlas_imported_get_author (imported), ==, "Di Eng");
  g_assert_cmpstr (atlas_imported_get_date (imported), ==, "2026-05-28");
  g_assert_cmpstr (atlas_imported_get_address (imported), ==, "https://news.example/a?b=1");
  g_assert_cmpstr (atlas_imported_get_language (imported), ==, "en-GB");
}

/* As encyclopedias and word processors write it. */
static void
test_other_pages (void)
{
  g_autoptr (AtlasImported) encyclopedia =
      extract_string ("w.html",
                      "<!DOCTYPE html><html lang=en><head><title>Shanghai group - Openpedia</title></head><body>"
                      "<div id=mw-navigation><a href=a>Main page</a></div><div id=content role=main><h1>Shanghai group</h1><div id=siteSub>From Openpedia</div>"
                      "<table class=infobox><tr><th>Members</th><td>10</td></tr></table>"
                      "<p>The <b>Shanghai group</b> is an organisation of <a href=1>China</a>, <a href=2>Russia</a>, <a href=3>Kazakhstan</a> and others.<sup class=reference><a href=#c1>[1]</a></sup></p>"
                      "<div id=toc class=toc><h2>Contents</h2><ul><li><a href=1>History</a></li></ul></div>"
                      "<h2>History<span class=mw-editsection>[<a>edit</a>]</span></h2>"
                      "<p>It was founded in 2001 by six states, and India and Pakistan joined it in 2017 at the summit in Astana.</p>"
                      "<p>Its seat is in Beijing, and its languages are Chinese and Russian, as its charter says.</p>"
                      "<h2>References</h2><ol class=references><li><a href=1>A source</a></li></ol></div></body></html>");
  g_autoptr (AtlasImported) word =
      extract_string ("o.html",
                      "<html><head><title></title></head><body lang=SV><div class=WordSection1><p class=MsoTitle>Rapport om sex länder</p>"
                      "<p class=MsoNormal>Armenien frös sitt deltagande under 2024 och\nbetalar inte längre.<o:p></o:p></p>"
                      "<p class=MsoNormal><b>Läget i juni</b></p><p class=MsoNormal>Ingen vet vad som händer.</p></div></body></html>");

  assert_blocks (encyclopedia,
                 "From Openpedia\n"
                 "The Shanghai group is an organisation of China, Russia, Kazakhstan and others.\n"
                 "# History\n"
                 "It was founded in 2001 by six states, and India and Pakistan joined it in 2017 at the summit in Astana.\n"
                 "Its seat is in Beijing, and its languages are Chinese and Russian, as its charter says.\n");
  g_assert_cmpstr (atlas_imported_get_title (encyclopedia), ==, "Shanghai group");
  g_assert_cmpstr (atlas_imported_get_publisher (encyclopedia), ==, "Openpedia");
  assert_blocks (word,
                 "Armenien frös sitt deltagande under 2024 och betalar inte längre.\n"
                 "# Läget i juni\n"
                 "Ingen vet vad som händer.\n");
  g_assert_cmpstr (atlas_imported_get_title (word), ==, "Rapport om sex länder");
}

/* A page without any article is better taken whole than not at all. */
static void
test_no_article (void)
{
  g_autoptr (AtlasImported) imported = extract_string ("list.html", "<html><body><ul><li><a href=1>Kazakhstan</a><li><a href=2>Armenia</a></ul></body></html>");

  assert_blocks (imported, "Kazakhstan\nArmenia\n");
  g_assert_nonnull (atlas_imported_get_warnings (imported)[0]);
}

static void
test_saved_from (void)
{
  g_autoptr (AtlasImported) imported = extract_string ("s.html", "<!-- saved from url=(0026)https://news.example/story -->\n<html><body><p>A story that was saved by a browser and says where it is from.");

  g_assert_cmpstr (atlas_imported_get_address (imported), ==, "https://news.example/story");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/html/newspaper", test_newspaper);
  g_test_add_func ("/import/html/old-page", test_old_page);
  g_test_add_func ("/import/html/russian-page", test_russian_page);
  g_test_add_func ("/import/html/facts", test_facts);
  g_test_add_func ("/import/html/other-pages", test_other_pages);
  g_test_add_func ("/import/html/no-article", test_no_article);
  g_test_add_func ("/import/html/saved-from", test_saved_from);
  return g_test_run ();
}
