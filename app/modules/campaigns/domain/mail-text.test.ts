// The words of a mail: filled where they may be, refused with the place where not.
import { expect, test } from "vitest";
import type { MailTexts } from "./mail-text.ts";
import { checkTexts, fillText, paragraphsOf, withoutForeignLinks } from "./mail-text.ts";

const base = "https://plenaria.example";
const fine = { subject: "{election}", body: "Hola:\n\nVote hasta el {closes}." };

function textsWith(body: string): MailTexts {
  return { es: fine, en: fine, pt: { ...fine, body } };
}

test.each([
  ["an unknown placeholder", "Olá\nfeche em {fecha}", "PLACEHOLDER_UNKNOWN", { placeholder: "fecha" }],
  ["a brace without its other one", "Olá\nfeche em {closes", "PLACEHOLDER_UNPAIRED", {}],
  ["a link that leads elsewhere", "Olá\nveja https://evil.example/x", "LINK_LEADS_ELSEWHERE", {}],
  ["a link that only begins like ours", "Olá\nveja https://plenaria.example.evil/x", "LINK_LEADS_ELSEWHERE", {}],
  ["a link without a scheme", "Olá\nveja www.evil.example", "LINK_LEADS_ELSEWHERE", {}],
  ["another scheme", "Olá\nveja ftp://evil.example/x", "LINK_LEADS_ELSEWHERE", {}],
  [
    "a bare host with a path",
    "Olá\nveja (evil.example/entrar)",
    "LINK_LEADS_ELSEWHERE",
    { link: "evil.example/entrar" },
  ],
  ["our page that resets passwords", `Olá\nveja ${base}/reset-password/abc.`, "LINK_LEADS_ELSEWHERE", {}],
  ["our page that asks for passwords", `Olá\nveja ${base}/sign-in`, "LINK_LEADS_ELSEWHERE", {}],
  ["a detour to it", `Olá\nveja ${base}/elections/../sign-in`, "LINK_LEADS_ELSEWHERE", {}],
  ["a link of ours with something behind #", `Olá\nveja ${base}/my#code=1`, "LINK_LEADS_ELSEWHERE", {}],
])("%s is refused with language, field and line", (_what, body, code, details) => {
  expect(checkTexts(textsWith(body), base)).toMatchObject({
    error: { code, details: { language: "pt", field: "body", line: 2, ...details } },
  });
});

test("a language without words is refused", () => {
  expect(checkTexts(textsWith("  "), base)).toMatchObject({ error: { code: "TEXT_MISSING" } });
  expect(checkTexts(textsWith("x".repeat(8_001)), base)).toMatchObject({ error: { code: "TEXT_TOO_LONG" } });
});

test("known placeholders are filled, and links of ours are taken", () => {
  const texts = textsWith(`Olá {name}, ${base}/elections`);
  expect(checkTexts(texts, base)).toEqual({ ok: true, value: texts });
  const values = {
    name: "Rosa",
    organizations: "A, B",
    votes: "5",
    election: "E",
    opens: "o",
    closes: "c",
    claimsClose: "",
  };
  expect(fillText("{name}: {organizations}, {votes}, {closes}", values)).toBe("Rosa: A, B, 5, c");
});

test("ordinary words with dots and our public pages are no foreign links, and what a value smuggles in is taken out", () => {
  expect(checkTexts(textsWith(`S.A. e/ou etc. em ${base}/elections/e-1/roll, ou rosa@members.example.`), base).ok).toBe(
    true,
  );
  expect(withoutForeignLinks(`Olá Rede evil.example/x, veja ${base}/elections.`, base)).toBe(
    `Olá Rede …, veja ${base}/elections.`,
  );
});

test("paragraphs are parted by empty lines", () => {
  expect(paragraphsOf("a\r\nb\r\n\r\n\r\nc\n")).toEqual(["a\nb", "c"]);
});
