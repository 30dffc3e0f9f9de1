// Every country and territory for a list to choose from, in the order of its name in each language.
// Why made by the server for all three: browsers name some countries differently, and the switch of language must not wait.
import { formatsIn } from "#app/platform/language/formats.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { languages } from "#app/platform/language/languages.ts";

export interface CountryOption {
  readonly value: string;
  readonly label: string;
}

export type CountryOptions = Readonly<Record<Language, readonly CountryOption[]>>;

/** ISO 3166-1 alpha-2. */
const codes =
  "AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW".split(
    " ",
  );

let made: CountryOptions | undefined;

export function countryOptions(): CountryOptions {
  made ??= Object.fromEntries(
    languages.map((language) => [language, optionsIn(language)]),
  ) as unknown as CountryOptions;
  return made;
}

function optionsIn(language: Language): CountryOption[] {
  const { region } = formatsIn(language);
  return codes
    .map((value) => ({ value, label: region(value) }))
    .sort((left, right) => left.label.localeCompare(right.label, language));
}
