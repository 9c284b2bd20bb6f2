/* SPDX-FileCopyrightText: The Alliance Atlas authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "atlas-linker.h"

#include <locale.h>
#include <string.h>

/* The sentences are ours. @expected lists target and text of each mention, a
 * question mark after those in doubt. */
typedef struct
{
  const char *path;
  const char *text;
  const char *expected;
} Case;

static AtlasLinker *linker;

static const Case cases[] = {
  /* Towns: the state behind them, words that follow no country, the whole text. */
  { "en", "PERU, Ind. — The sheriff of Miami County resigned. Peru will vote in May.",
    "" },
  { "en", "The fire chief of Mexico, Mo., wrote to Lebanon, OH, and to the village of Poland.",
    "" },
  { "en", "A Turkey man won the chili supper raffle at the high school. He grew up in Turkey.",
    "" },
  { "en", "Mexico coach Tim Rowe praised his quarterback. Mexico scored a touchdown in the rain.",
    "" },
  { "en", "England manager Sarina Wiegman praised Poland coach Nina Patalon. Poland lost.",
    "GB:England | PL:Poland | PL:Poland" },
  { "en", "LEBANON — The school board and the city council met. Lebanon will hire a nurse.",
    "" },
  { "en", "In Maine the towns voted so: Belgrade yes, China no, Denmark yes, Lisbon no, Mexico no, Norway yes, Peru no, Poland no.",
    "" },
  { "en", "The county fair is near the high school. He was stationed in Lebanon in 1983, a soldier of nineteen.",
    "LB:Lebanon" },
  { "en", "The sheriff of Mexico, Mo., spoke of tariffs on Mexico and Canada.",
    "MX:Mexico | CA:Canada" },
  { "en", "In Cuba, Sen. Rubio said, nothing changes in Cuba.",
    "CU:Cuba | CU:Cuba" },
  { "en", "Jordan's teachers protested in Amman; Jordan police arrested dozens at a high school.",
    "JO:Jordan | JO:Amman | JO:Jordan" },
  { "en", "Georgian guests flew from Tbilisi to Atlanta and met Gov. Deal, the GOP and a Sheriff.",
    "GE:Georgian | GE:Tbilisi" },
  /* Persons: age, brackets, family, lists, and what the text calls them later. */
  { "en", "Services for Miguel Cuba, 41, are on Friday. Cuba coached baseball.",
    "" },
  { "en", "\"It rains,\" said London, 17, who lives here. London's brother agreed.",
    "" },
  { "en", "She leaves Linda (Dennis) Ireland, Delia (Norway) Shaw and James L. Poland Sr. of Ames.",
    "" },
  { "en", "He is survived by his wife, India, and by his children, Jordan, Vienna, Francis and Paul.",
    "" },
  { "en", "Chad Ireland met Kenya Poland Sims in Ireland.",
    "IE:Ireland" },
  { "en", "Israel Katz said that Israel would answer.",
    "IL:Israel" },
  { "en", "Results: 5. Austria, 6. Sweden, 7. Italy.",
    "AT:Austria | SE:Sweden | IT:Italy" },
  { "ru", "Вера Польских и Иван Германович Швед встретили шведа из Швеции.",
    "SE:шведа | SE:Швеции" },
  { "sv", "Åke Dansk och Elsa Norge bor i Norge.",
    "NO:Norge" },
  /* What has taken a name: teams, feasts, roads, institutions, languages. */
  { "en", "The Paris Wildcats beat Cuba Rod and Gun Club on U.S. 31, near US Highway 50.",
    "" },
  { "en", "The American Legion and the Polish Fest thanked the American consul.",
    "US:American" },
  { "en", "She left the University of Georgia for the Boy Scouts of America.",
    "" },
  { "en", "The U.S. 20 years ago was another country.",
    "US:U.S." },
  { "en", "India High Court judges met.",
    "IN:India" },
  { "en", "They serve Swedish fruit soup and teach Russian lessons to Russian children.",
    "RU:Russian" },
  { "sv", "Hon talar svenska, danska och ryska. Ryska är svårt. Rysktalande svenskar log.",
    "SE:svenskar" },
  { "ru", "Она знает датский, шведский и исландский. Русский остаётся трудным.",
    "" },
  { "sv", "De seglade på ryska och svenska fartyg. Hon är lektor i ryska.",
    "RU:ryska | SE:svenska" },
  { "en", "He taught in French and Spanish schools, and in French and Spanish.",
    "FR:French | ES:Spanish" },
  { "ru", "На улице Болгарской есть кафе «Турция у моря», а в селе Париж — школа.",
    "" },
  { "ru", "Российско-турецкий договор подписан.",
    "RU:Российско | TR:турецкий" },
  { "sv", "Turkietresor och Ukrainautbildningen är dyra, sade Sverigedemokraterna.",
    "TR:Turkiet | UA:Ukraina" },
  { "en", "Lebanon and Peru have mills; the county sheriff of Ohio lives there.",
    "" },
  { "en", "Lebanon and Peru have mills; so have Ohio, Iowa and Bolivia.",
    "LB:Lebanon | PE:Peru | BO:Bolivia" },
  { "en", "Fry the Canadian bacon for the Canadian guest and his grandson Chad.",
    "CA:Canadian" },
  { "en", "Trustee India Coleman spoke with Walter Germany at Jordan Lake.",
    "" },
  { "ru", "Теплоход «Грузия» ждал; Иван Польша купил голландский сыр.",
    "" },
  /* What has taken a place's name; the whole text decides about the rest. */
  { "en", "The council of Moscow, Idaho, met. Moscow has grown.",
    "" },
  { "en", "The council of Moscow, Idaho, wrote to the Russian embassy about its letter to Moscow.",
    "RU:Russian | RU:Moscow" },
  { "en", "Athens is near Macon and Savannah.",
    "" },
  { "en", "India Marlowe danced. Later India sang.",
    "" },
  { "en", "Officials said India Marlowe had come.",
    "IN:India" },
  { "en", "They dined at the Kenya Grill on Cuba Street and at Old Moscow Tavern.",
    "" },
  { "en", "He speaks Russian at home and reads Russian newspapers.",
    "RU:Russian" },
  { "en", "US TROOPS LEAVE AFTER TALKS",
    "US:US" },
  { "en", "THEY TOLD US ABOUT TALKS",
    "" },
  { "en", "Northern Ireland voted.",
    "GB:Northern Ireland" },
  { "sv", "Rysslandsgatan korsar Danmarksgatan vid hotell Polen.",
    "" },
  /* Small letters of three bytes each, more than any compound has. */
  { "sv", "Rysslandᴀᴀᴀᴀᴀᴀᴀᴀᴀᴀᴀᴀᴀᴀ svarade, och Rysslandsᴀᴀᴀᴀᴀᴀᴀᴀᴀᴀᴀᴀ.",
    "RU:Ryssland | RU:Ryssland" },
  { "sv", "Han talade på ryska. De möttes på ryska sidan.",
    "RU:ryska" },
  { "ru", "Кинотеатр «Баку» закрыт, играло «Динамо» Киев.",
    "" },
  { "ru", "Израиль Моисеевич чинит часы. Израиль не спорит.",
    "" },
  { "ru", "Он учит казахский и читает казахские книги.",
    "KZ:казахские" },
  { "en", "Kazakhstan and Russia signed a treaty in Astana.",
    "KZ:Kazakhstan | RU:Russia | KZ:Astana" },
  { "en", "The Kremlin said Belarusian troops would train with Russians.",
    "RU:Kremlin | BY:Belarusian | RU:Russians" },
  { "en", "The CSTO, an alliance of six former Soviet states, met NATO observers.",
    "CSTO:CSTO | NATO:NATO" },
  { "en", "The Collective Security Treaty Organization grew out of the Collective Security Treaty.",
    "CSTO:Collective Security Treaty Organization | CST:Collective Security Treaty" },
  { "en", "Members of the Shanghai Cooperation\nOrganisation met in Beijing.",
    "SCO:Shanghai Cooperation\nOrganisation | CN:Beijing" },
  { "en", "CHINA AND INDIA AGREE ON BORDER",
    "CN:CHINA | IN:INDIA" },
  { "en", "A Russian-led bloc and a Beijing-based bank.",
    "RU:Russian | CN:Beijing" },
  { "en", "Uzbekistan's president flew to Kazakhstan’s capital.",
    "UZ:Uzbekistan | KZ:Kazakhstan" },
  { "en", "People’s Republic of China, Côte d’Ivoire and Cote d'Ivoire",
    "CN:People’s Republic of China | CI:Côte d’Ivoire | CI:Cote d'Ivoire" },
  { "en", "Nigeria and Niger share a border; Nigerien troops crossed it.",
    "NG:Nigeria | NE:Niger | NE:Nigerien" },
  { "en", "The European Union, the African Union and the AU's peace council.",
    "EU:European Union | AU:African Union | AU:AU" },
  { "en", "The probe is one AU from its star.",
    "" },
  { "en", "The North Atlantic Treaty Organization was founded by twelve.",
    "NATO:North Atlantic Treaty Organization" },
  { "en", "Armenia froze its part; Armenians and Azerbaijanis met in Tbilisi.",
    "AM:Armenia | AM:Armenians | AZ:Azerbaijanis | GE:Tbilisi" },
  { "en", "Kazakh­stan is vast.",
    "KZ:Kazakh­stan" },
  { "en", "Georgia's parliament in Tbilisi passed the law.",
    "GE:Georgia | GE:Tbilisi" },
  { "en", "Armenia, Georgia and Azerbaijan lie south of Russia.",
    "AM:Armenia | GE:Georgia | AZ:Azerbaijan | RU:Russia" },
  { "en", "Voters in Georgia, Florida and Ohio queued for hours.",
    "" },
  { "en", "The governor of Georgia met Gov. Smith in Atlanta.",
    "" },
  { "en", "She studied at Georgia Tech in Atlanta.",
    "" },
  { "en", "The weather in Georgia was mild.",
    "GE:Georgia?" },
  { "en", "NATO promised Georgia that it would join one day.",
    "NATO:NATO | GE:Georgia" },
  { "en", "Athens, Georgia, is a college town.",
    "" },
  { "en", "They bought a Georgian house near the park.",
    "" },
  { "en", "A Georgian minister resigned.",
    "GE:Georgian" },
  { "en", "Michael Jordan retired.",
    "" },
  { "en", "Jordan Peterson and Chad Smith disagreed.",
    "" },
  { "en", "Refugees fled from Sudan to Chad.",
    "SD:Sudan | TD:Chad" },
  { "en", "Israel, Jordan and Egypt share a border.",
    "IL:Israel | JO:Jordan | EG:Egypt" },
  { "en", "Michael Jordan spoke. Later Jordan left the court.",
    "" },
  { "en", "Mr. Chad was late.",
    "" },
  { "en", "Chad opened the door.",
    "TD:Chad?" },
  { "en", "King Abdullah of Jordan arrived.",
    "JO:Jordan" },
  { "en", "On Monday Jordan reopened its border with Syria.",
    "JO:Jordan | SY:Syria" },
  { "en", "Denzel Washington and Jack London are names; Washington and London are capitals.",
    "US:Washington | GB:London" },
  { "en", "Paris Hilton flew to Paris.",
    "FR:Paris" },
  { "en", "Moscow, Idaho, is a small town.",
    "" },
  { "en", "He told us that the US would pay, and let us go.",
    "US:US" },
  { "en", "TELL US NOW",
    "" },
  { "en", "US AND RUSSIA AGREE",
    "US:US | RU:RUSSIA" },
  { "en", "The U.S. and the U.S.-led coalition withdrew.",
    "US:U.S. | US:U.S." },
  { "en", "Roast turkey with stuffing. Turkey is best from the oven.",
    "" },
  { "en", "Turkey and Greece hold talks in Ankara.",
    "TR:Turkey | GR:Greece | TR:Ankara" },
  { "en", "Polish the silver before the guests come.",
    "" },
  { "en", "Polish troops trained in Germany.",
    "PL:Polish | DE:Germany" },
  { "en", "He may polish it with china clay.",
    "" },
  { "en", "The train left for the North Pole.",
    "" },
  { "en", "A Pole, a Dane and a Finn met in Poland, Denmark and Finland.",
    "PL:Pole | DK:Dane | FI:Finn | PL:Poland | DK:Denmark | FI:Finland" },
  { "en", "New Mexico and New England are far from Mexico and England.",
    "MX:Mexico | GB:England" },
  { "en", "Indiana and Indianapolis are not India.",
    "IN:India" },
  { "en", "Papua New Guinea is not Guinea-Bissau, Equatorial Guinea or Guinea.",
    "PG:Papua New Guinea | GW:Guinea-Bissau | GQ:Equatorial Guinea | GN:Guinea" },
  { "en", "Ships crossed the Gulf of Guinea and the Indian Ocean.",
    "" },
  { "en", "Guinea pigs and guinea fowl eat grain.",
    "" },
  { "en", "The Dominican Republic lies east of Haiti; Dominica is smaller.",
    "DO:Dominican Republic | HT:Haiti | DM:Dominica" },
  { "en", "The Niger River and the Niger Delta flooded.",
    "" },
  { "en", "Northern Ireland and the Republic of Ireland share an island.",
    "GB:Northern Ireland | IE:Republic of Ireland" },
  { "en", "South Korea and North Korea talk; the two Koreas disagree.",
    "KR:South Korea | KP:North Korea | KP:two Koreas | KR:two Koreas" },
  { "en", "Japan, Korea and China trade.",
    "JP:Japan | KR:Korea | CN:China" },
  { "en", "Pyongyang tested a missile. Korea's leader watched.",
    "KP:Pyongyang | KP:Korea" },
  { "en", "Fighting spread in the Congo.",
    "CD:Congo? | CG:Congo?" },
  { "en", "Kinshasa blamed Rwanda. The Congo wants help, Congolese leaders say.",
    "CD:Kinshasa | RW:Rwanda | CD:Congo | CD:Congolese" },
  { "en", "The Democratic Republic of the Congo borders the Republic of the Congo.",
    "CD:Democratic Republic of the Congo | CG:Republic of the Congo" },
  { "en", "Brussels imposed new tariffs.",
    "BE:Brussels?" },
  { "en", "Belgium's king opened a museum in Brussels.",
    "BE:Belgium | BE:Brussels" },
  { "en", "The New York Times and The Moscow Times reported it.",
    "" },
  { "en", "Financial Times Deutschland closed; Tehran Times did not.",
    "" },
  { "en", "The Astana Herald and the Minsk Gazette agree.",
    "" },
  { "en", "According to China Daily, trade grew.",
    "" },
  { "en", "Native Americans and African Americans marched in Latin America.",
    "" },
  { "sv", "Rysslandsledd allians med Kazakstan och Kirgizistan.",
    "RU:Ryssland | KZ:Kazakstan | KG:Kirgizistan" },
  { "sv", "Ett CSTO-möte i Bisjkek och Natos toppmöte i Haag.",
    "CSTO:CSTO | KG:Bisjkek | NATO:Natos | NL:Haag" },
  { "sv", "Kollektiva säkerhetsfördragets organisation leds från Moskva.",
    "CSTO:Kollektiva säkerhetsfördragets organisation | RU:Moskva" },
  { "sv", "Rysslands och Kinas presidenter talade om Ukrainas framtid.",
    "RU:Rysslands | CN:Kinas | UA:Ukrainas" },
  { "sv", "USA:s president och FN:s generalsekreterare möttes.",
    "US:USA | UN:FN" },
  { "sv", "Det är bara oss det gäller, sade OSS verkställande sekreterare.",
    "CIS:OSS" },
  { "sv", "KOM TILL OSS NU",
    "" },
  { "sv", "Proryska separatister och kremlkritiska röster.",
    "RU:ryska | RU:kreml" },
  { "sv", "I Östukraina och i östukrainska städer strids det.",
    "UA:ukraina | UA:ukrainska" },
  { "sv", "Natomedlemmar och Natoansökan, natolandet Turkiet.",
    "NATO:Nato | NATO:Nato | NATO:nato | TR:Turkiet" },
  { "sv", "Sydkorea, Nordkorea och Sydsudan är stater.",
    "KR:Sydkorea | KP:Nordkorea | SS:Sydsudan" },
  { "sv", "Delstaten Georgia i USA är inte Georgien.",
    "US:USA | GE:Georgien" },
  { "sv", "Hon fick en finne på nosen och rom i glaset.",
    "" },
  { "sv", "En finne från Finland och en lett från Lettland.",
    "FI:finne | FI:Finland | LV:lett | LV:Lettland" },
  { "sv", "Peruk, Malin, Roman och Omanlig är ord.",
    "" },
  { "sv", "Kinahandeln växer och Iranavtalet föll.",
    "CN:Kina | IR:Iran" },
  { "sv", "Kongo-Kinshasa och Kongo-Brazzaville är grannar.",
    "CD:Kongo-Kinshasa | CG:Kongo-Brazzaville" },
  { "sv", "Striderna i Kongo fortsätter.",
    "CD:Kongo? | CG:Kongo?" },
  { "sv", "Belarus, tidigare Vitryssland, och belarusiska soldater.",
    "BY:Belarus | BY:Vitryssland | BY:belarusiska" },
  { "sv", "Kazakisk olja säljs till tyskarna.",
    "KZ:Kazakisk | DE:tyskarna" },
  { "sv", "Shanghaiorganisationen för samarbete och Brics växer.",
    "SCO:Shanghaiorganisationen för samarbete | BRICS:Brics" },
  { "sv", "Brics-länderna och Eurasiska ekonomiska unionen.",
    "BRICS:Brics-länderna | EAEU:Eurasiska ekonomiska unionen" },
  { "sv", "Enligt The New York Times och Moscow Times ljög han.",
    "" },
  { "sv", "Indiska oceanen och Sydamerika ligger långt från Indien.",
    "IN:Indien" },
  { "sv", "Bryssel dröjer med beslutet.",
    "BE:Bryssel?" },
  { "sv", "Island ligger i Atlanten.",
    "IS:Island" },
  { "sv", "Oberoende staters samvälde bildades 1991.",
    "CIS:Oberoende staters samvälde" },
  { "sv", "Afrikanska unionen, AU, stängde av Mali.",
    "AU:Afrikanska unionen | AU:AU | ML:Mali" },
  { "sv", "Prins Georgs kusin Israel Karlsson bor i Lund.",
    "" },
  { "sv", "Kreml och Vita huset teg.",
    "RU:Kreml | US:Vita huset" },
  { "sv", "Koreanska halvön är delad; Koreakriget slutade 1953.",
    "KP:Koreanska halvön | KR:Koreanska halvön | KP:Koreakriget | KR:Koreakriget" },
  { "sv", "Rysslandsälskaren bodde i Paris.",
    "RU:Ryssland | FR:Paris" },
  { "ru", "Казахстан и Россия подписали договор с Казахстаном в Астане.",
    "KZ:Казахстан | RU:Россия | KZ:Казахстаном | KZ:Астане" },
  { "ru", "Саммит ОДКБ прошёл в Бишкеке, а ШОС собралась в Китае.",
    "CSTO:ОДКБ | KG:Бишкеке | SCO:ШОС | CN:Китае" },
  { "ru", "Организация Договора о коллективной безопасности создана в 2002 году.",
    "CSTO:Организация Договора о коллективной безопасности" },
  { "ru", "Кремль ответил НАТО и Евросоюзу.",
    "RU:Кремль | NATO:НАТО | EU:Евросоюзу" },
  { "ru", "Того требует закон, и чад рассеялся.",
    "" },
  { "ru", "Бенин, Гана и Того граничат.",
    "BJ:Бенин | GH:Гана | TG:Того" },
  { "ru", "Российский и белорусский министры обсудили Грузию.",
    "RU:Российский | BY:белорусский | GE:Грузию" },
  { "ru", "Соединенные Штаты и Соединённые Штаты — одно и то же.",
    "US:Соединенные Штаты | US:Соединённые Штаты" },
  { "ru", "Судно вышло в Индийский океан.",
    "" },
  { "ru", "Пророссийские силы победили.",
    "RU:российские" },
  { "ru", "КНДР и Южная Корея ведут переговоры.",
    "KP:КНДР | KR:Южная Корея" },
  { "en", "The text says Tyskland and Россия without explaining.",
    "DE:Tyskland | RU:Россия" },
  { "sv", "Skivan gavs ut i Kazakhstan.",
    "KZ:Kazakhstan" },
  { "en", "Long Island is part of New York; Iceland is not.",
    "IS:Iceland" },
  { "en", "The Georgia secretary of state certified the results in Fulton County.",
    "" },
  { "en", "Jordan's King Abdullah told the Jordan Times that Amman would not take part.",
    "JO:Jordan | JO:Amman" },
  { "en", "Turkey's Erdogan hosted Putin in Istanbul; Turkey is a NATO member.",
    "TR:Turkey | TR:Erdogan | RU:Putin | TR:Turkey | NATO:NATO" },
  { "en", "Police in Paris, Texas, arrested a man named Israel Gomez.",
    "" },
  { "en", "Paris Jackson was photographed in London, Ontario.",
    "" },
  { "en", "In Cuba, Ohio, there is a diner.",
    "" },
  { "en", "Canada, New York and Ohio signed.",
    "CA:Canada" },
  { "en", "Leaders Meet In Jordan As Israel Presses Attack",
    "JO:Jordan | IL:Israel" },
  { "en", "Macedonia changed its name to North Macedonia to join NATO.",
    "MK:Macedonia | MK:North Macedonia | NATO:NATO" },
  { "en", "Kenya Airways and Ethiopian Airlines fly to the United Arab Emirates.",
    "AE:United Arab Emirates" },
  { "en", "French fries and french fries.",
    "" },
  { "en", "Chinese Taipei, or Taiwan, is claimed by Beijing.",
    "TW:Chinese Taipei | TW:Taiwan | CN:Beijing" },
  { "en", "North Korean troops left; South Korea watched. Koreans protested.",
    "KP:North Korean | KR:South Korea | KP:Koreans? | KR:Koreans?" },
  { "sv", "Ryskledda styrkor, en proukrainsk demonstration och en antirysk hållning.",
    "RU:Rysk | UA:ukrainsk | RU:rysk" },
  { "sv", "Rysslandsexperten, Kinakännaren, USA-baserade, Moskvatrogna, Kremlkontrollerade.",
    "RU:Ryssland | CN:Kina | US:USA | RU:Moskva | RU:Kreml" },
  { "sv", "Malin for till Mali, Israel Karlsson till Israel.",
    "ML:Mali | IL:Israel" },
  { "sv", "Japan och japaner, bland dem en japan.",
    "JP:Japan | JP:japaner | JP:japan" },
  { "sv", "Jordanien och Israel slöt fred. Israelisk polis grep israeler.",
    "JO:Jordanien | IL:Israel | IL:Israelisk | IL:israeler" },
  { "sv", "Oss emellan sagt är OSS ett samvälde.",
    "CIS:OSS" },
  { "sv", "SVERIGE SKICKAR VAPEN TILL UKRAINA",
    "SE:SVERIGE | UA:UKRAINA" },
  { "sv", "Romarna byggde Rom. Italien jublade.",
    "IT:Rom | IT:Italien" },
  { "sv", "Tyskspråkiga schweizare läser Svenska Dagbladet.",
    "CH:schweizare" },
  { "ru", "Премьер-министр Армении заморозил участие в ОДКБ.",
    "AM:Армении | CSTO:ОДКБ" },
  { "ru", "Того же мнения придерживаются в Гане.",
    "GH:Гане" },
  { "ru", "Киргизские и таджикские пограничники открыли огонь.",
    "KG:Киргизские | TJ:таджикские" },
  { "ru", "США и НАТО усиливают присутствие, считает МИД РФ.",
    "US:США | NATO:НАТО | RU:РФ" },
  { "ru", "РОССИЯ И КИТАЙ ПРОВЕЛИ УЧЕНИЯ",
    "RU:РОССИЯ | CN:КИТАЙ" },
  { "ru", "БРИКС расширяется: Египет, Эфиопия, Иран и ОАЭ стали членами.",
    "BRICS:БРИКС | EG:Египет | ET:Эфиопия | IR:Иран | AE:ОАЭ" },
  { "ru", "Конго просит о помощи, сообщили в Киншасе.",
    "CD:Конго | CD:Киншасе" },
  { "ru", "Брюссель молчит.",
    "BE:Брюссель?" },
};

static char *
describe (const char *text,
          AtlasMentions *mentions)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < atlas_mentions_get_n (mentions); i++)
    {
      const AtlasMention *mention = atlas_mentions_get (mentions, i);
      g_autofree char *form = g_strndup (text + mention->byte_start, mention->byte_end - mention->byte_start);

      g_string_append_printf (out, "%s%s:%s%s", i > 0 ? " | " : "", mention->target, form, mention->doubtful ? "?" : "");
    }
  return g_string_free_and_steal (out);
}

static void
check_offsets (const char *text,
               AtlasMentions *mentions)
{
  for (guint i = 0; i < atlas_mentions_get_n (mentions); i++)
    {
      const AtlasMention *mention = atlas_mentions_get (mentions, i);
      g_autofree char *why = atlas_mention_get_why (mention);

      g_assert_cmpint (g_utf8_offset_to_pointer (text, mention->start) - text, ==, mention->byte_start);
      g_assert_cmpint (g_utf8_offset_to_pointer (text, mention->end) - text, ==, mention->byte_end);
      g_assert_nonnull (strstr (why, mention->form->form));
    }
}

static void
test_case (gconstpointer data)
{
  const Case *sentence = data;
  AtlasLanguage language = atlas_language_from_tag (sentence->path);
  g_autoptr (AtlasMentions) mentions = atlas_linker_link (linker, sentence->text, -1, language, NULL);
  g_autofree char *found = describe (sentence->text, mentions);

  g_assert_cmpstr (found, ==, sentence->expected);
  check_offsets (sentence->text, mentions);
}

static void
test_leader_period (void)
{
  const char *text = "Nazarbayev met a delegation.";
  const struct
  {
    const char *date;
    const char *expected;
  } periods[] = {
    { "2005-06", "KZ:Nazarbayev" },
    { "2019", "KZ:Nazarbayev" },
    { "2024-01-01", "" },
  };
  g_autoptr (AtlasMentions) undated = atlas_linker_link (linker, text, -1, ATLAS_LANGUAGE_EN, NULL);
  g_autofree char *found_undated = describe (text, undated);

  g_assert_cmpstr (found_undated, ==, "KZ:Nazarbayev?");
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (AtlasMentions) mentions = NULL;
      g_autofree char *found = NULL;
      AtlasDate date;

      g_assert_true (atlas_date_parse (periods[i].date, &date, NULL));
      mentions = atlas_linker_link (linker, text, -1, ATLAS_LANGUAGE_EN, &date);
      found = describe (text, mentions);
      g_assert_cmpstr (found, ==, periods[i].expected);
    }
}

/* Two rows, one for each time in office. */
static void
test_leader_twice (void)
{
  const char *text = "Trump met a delegation.";
  const struct
  {
    const char *date;
    const char *expected;
  } periods[] = {
    { "2018-03", "US:Trump" },
    { "2022-03", "" },
    { "2025-03", "US:Trump" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (AtlasMentions) mentions = NULL;
      g_autofree char *found = NULL;
      AtlasDate date;

      g_assert_true (atlas_date_parse (periods[i].date, &date, NULL));
      mentions = atlas_linker_link (linker, text, -1, ATLAS_LANGUAGE_EN, &date);
      found = describe (text, mentions);
      g_assert_cmpstr (found, ==, periods[i].expected);
    }
}

static void
test_guess_language (void)
{
  g_assert_cmpint (atlas_language_guess ("The ministers of the alliance met and agreed.", -1), ==, ATLAS_LANGUAGE_EN);
  g_assert_cmpint (atlas_language_guess ("Ministrarna möttes och kom överens om ett avtal.", -1), ==, ATLAS_LANGUAGE_SV);
  g_assert_cmpint (atlas_language_guess ("Министры встретились и договорились.", -1), ==, ATLAS_LANGUAGE_RU);
  g_assert_cmpint (atlas_language_guess ("Die Minister haben sich mit dem Abkommen nicht befasst.", -1), ==, ATLAS_LANGUAGE_DE);
  g_assert_cmpint (atlas_language_guess ("Les ministres ont signé un accord dans la capitale.", -1), ==, ATLAS_LANGUAGE_FR);
  g_assert_cmpint (atlas_language_guess ("Саммит ОДКБ", -1), ==, ATLAS_LANGUAGE_RU);
  g_assert_cmpint (atlas_language_guess ("NATO", -1), ==, ATLAS_LANGUAGE_UNKNOWN);
  g_assert_cmpint (atlas_language_guess ("", -1), ==, ATLAS_LANGUAGE_UNKNOWN);
}

static void
test_guessed_text (void)
{
  const char *text = "Kazakstan och Rysslands grannar möttes i Astana.";
  g_autoptr (AtlasMentions) mentions = atlas_linker_link (linker, text, -1, ATLAS_LANGUAGE_UNKNOWN, NULL);
  g_autofree char *found = describe (text, mentions);

  g_assert_cmpint (atlas_mentions_get_language (mentions), ==, ATLAS_LANGUAGE_SV);
  g_assert_cmpstr (found, ==, "KZ:Kazakstan | RU:Rysslands | KZ:Astana");
}

/* Whatever the text is, offsets lie in it, in order, and never overlap. */
static void
test_any_text (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260615);
  static const char *const pieces[] = {
    "Georgia",
    " ",
    ", ",
    "and ",
    "US",
    "us",
    "Ryssland",
    "s",
    "ledd",
    "-",
    "Кремль",
    ".",
    "\n",
    "\n\n",
    "’s",
    "Congo",
    "Korea",
    "Jordan",
    "Mr ",
    "Times",
    "\xc2\xad",
    "Turkey",
    "roast",
    "Texas",
    "é",
    "😀",
    "CSTO",
    "östu",
    "krainsk",
    "N",
    "'",
  };

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (AtlasMentions) mentions = NULL;
      guint end = 0;

      for (guint i = g_rand_int_range (rand, 0, 14); i > 0; i--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      mentions = atlas_linker_link (linker, text->str, text->len, round % 4, NULL);
      check_offsets (text->str, mentions);
      for (guint i = 0; i < atlas_mentions_get_n (mentions); i++)
        {
          const AtlasMention *mention = atlas_mentions_get (mentions, i);
          const AtlasMention *before = i > 0 ? atlas_mentions_get (mentions, i - 1) : NULL;

          g_assert_cmpuint (mention->end, >, mention->start);
          g_assert_true (mention->start >= end || mention->start == before->start);
          end = mention->end;
        }
    }
}

/* Texts that make every rule look around: the time must grow with the length
 * alone, or this would not end. */
static void
test_long_text (void)
{
  static const char *const pieces[] = { "Turkey ", "US ", "Georgia, ", "Korea and ", "Jordan ", "Lebanon — ", "Peru\n", "Peru, Ohio. High School. ", "India, Anna and Jordan, 7, ", "Chad Ireland " };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (AtlasMentions) mentions = NULL;
      g_autoptr (AtlasMentions) first = NULL;

      while (text->len < 2000000)
        g_string_append (text, pieces[i]);
      mentions = atlas_linker_link (linker, text->str, (gssize) text->len, ATLAS_LANGUAGE_EN, NULL);
      first = atlas_mentions_slice (mentions, 0, 40, 0);
      check_offsets (text->str, first);
    }
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (AtlasProblems) problems = atlas_problems_new ();
  g_autofree char *directory = g_build_filename (g_getenv ("ATLAS_DATA_DIR"), "gazetteer", NULL);
  g_autoptr (AtlasGazetteer) gazetteer = atlas_gazetteer_load (directory, problems);
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  linker = atlas_linker_new (gazetteer);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/linker/%02u-%s", i, cases[i].path);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/linker/leader-period", test_leader_period);
  g_test_add_func ("/linker/leader-twice", test_leader_twice);
  g_test_add_func ("/linker/guessed-text", test_guessed_text);
  g_test_add_func ("/linker/any-text", test_any_text);
  g_test_add_func ("/linker/long-text", test_long_text);
  g_test_add_func ("/language/guess", test_guess_language);
  status = g_test_run ();
  atlas_linker_unref (linker);
  return status;
}
