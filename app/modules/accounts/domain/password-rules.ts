// Which passwords are refused: too short, or what an attacker tries first. No rules of composition.
// Source: NIST SP 800-63B §5.1.1.2; ASVS 5.0 §6.2.
import type { Refusal, Result } from "#app/lib/result/index.ts";
import { ok, refuse } from "#app/lib/result/index.ts";

export const shortestPassword = 12;
export const longestPassword = 256;

export type PasswordRefusal = Refusal<
  "PASSWORD_TOO_SHORT" | "PASSWORD_TOO_LONG" | "PASSWORD_NAMES_PERSON" | "PASSWORD_COMMON" | "PASSWORD_UNCHANGED"
>;

export interface PasswordOwner {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

/** Whether the owner may have this password. */
export function judgePassword(password: string, owner: PasswordOwner): Result<void, PasswordRefusal> {
  const length = [...password.normalize("NFKC")].length;
  if (length < shortestPassword) return refuse("PASSWORD_TOO_SHORT", { length, shortest: shortestPassword });
  if (length > longestPassword) return refuse("PASSWORD_TOO_LONG", { length, longest: longestPassword });
  const text = simplify(password);
  const own = [owner.userId, ...owner.name.split(/\s+/), ...owner.email.split(/[@.]/)].map(simplify);
  const ownParts = own.filter((part) => part.length >= 3 && text.includes(part));
  if (ownParts.length > 0 && isLittle(without(text, ownParts))) return refuse("PASSWORD_NAMES_PERSON");
  if (isLittle(without(text, [...ownParts, ...commonParts]))) return refuse("PASSWORD_COMMON");
  return ok(undefined);
}

/** The text without the parts, the longest first. */
function without(text: string, parts: readonly string[]): string {
  const longestFirst = [...parts].sort((left, right) => right.length - left.length);
  return longestFirst.reduce((remaining, part) => remaining.replaceAll(part, " "), text);
}

/** Fewer than four different letters: too little to be a secret, whatever digits stand beside it. */
function isLittle(rest: string): boolean {
  return new Set(withoutRuns(rest).match(/\p{L}/gu) ?? []).size < 4;
}

/** Without repeated characters and steps like 1234 or abcd. */
function withoutRuns(text: string): string {
  let kept = "";
  for (const character of text) {
    const step = character.charCodeAt(0) - (kept.charCodeAt(kept.length - 1) || 0);
    if (kept !== "" && Math.abs(step) <= 1) kept = kept.slice(0, -1) + character;
    else kept += character;
  }
  return kept;
}

const substitutes: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** Small letters without accents; digits that stand for letters become letters when they stand between letters. */
function simplify(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
  return plain.replace(/(?<=[a-z])[013457@$!](?=[a-z])/g, (sign) => substitutes[sign] ?? sign);
}

// What lists of leaked passwords begin with, in the languages of the region. Source: NCSC's list of the 100,000 most used, first hundreds.
const commonParts = [
  "password",
  "passwort",
  "contrasena",
  "contrasenia",
  "clave",
  "senha",
  "secreto",
  "segredo",
  "secret",
  "qwertyuiop",
  "qwerty",
  "asdfghjkl",
  "asdfgh",
  "zxcvbnm",
  "zxcvbn",
  "qazwsx",
  "1qaz2wsx",
  "abcdef",
  "abc",
  "welcome",
  "bienvenido",
  "bienvenida",
  "bemvindo",
  "letmein",
  "iloveyou",
  "teamo",
  "tequiero",
  "teamomucho",
  "amor",
  "football",
  "futbol",
  "futebol",
  "baseball",
  "monkey",
  "dragon",
  "sunshine",
  "princess",
  "princesa",
  "superman",
  "batman",
  "pokemon",
  "admin",
  "administrator",
  "administrador",
  "login",
  "master",
  "root",
  "user",
  "usuario",
  "guest",
  "test",
  "prueba",
  "teste",
  "demo",
  "changeme",
  "cambiame",
  "internet",
  "lacnic",
  "registro",
  "registry",
  "plenaria",
  "eleccion",
  "eleicao",
  "election",
  "voto",
  "vote",
  "network",
  "redes",
  "ipv4",
  "ipv6",
  "america",
  "latina",
  "brasil",
  "argentina",
  "mexico",
  "colombia",
  "uruguay",
  "flamengo",
  "corinthians",
  "bocajuniors",
  "riverplate",
  "verano",
  "invierno",
  "verao",
  "inverno",
  "summer",
  "winter",
  "spring",
  "autumn",
  "otono",
  "primavera",
  "enero",
  "febrero",
  "marzo",
  "abril",
  "mayo",
  "junio",
  "julio",
  "agosto",
  "septiembre",
  "octubre",
  "noviembre",
  "diciembre",
  "jesus",
  "dios",
  "deus",
  "familia",
  "hola",
  "hello",
  "michael",
  "jennifer",
  "daniel",
  "alejandro",
  "maria",
  "carlos",
].map(simplify);
