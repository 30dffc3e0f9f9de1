// What a second person approves is written in her words: no code of the rules, no day as a machine writes it.
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import type { Json } from "#app/lib/canonical-json/index.ts";
import { translatorFor } from "#app/platform/language/catalogue.server.ts";
import type { Language } from "#app/platform/language/languages.ts";
import { languages } from "#app/platform/language/languages.ts";
import type { ProposedChange } from "../domain/approvable-act.ts";
import { ProposalFacts } from "./proposal-facts.tsx";

async function factsOf(language: Language, wish: { kind: string; payload: Json; changes: ProposedChange[] }) {
  const proposal = {
    ...{ id: "p", subjectType: "body", subjectId: "board", state: "proposed" as const, ...wish },
    subjectTitle: { es: "Directorio", en: "Board", pt: "Diretoria" },
    ...{ reason: "Minutes 4", proposedBy: "a", proposedByName: "Lucía", proposedAt: "2026-11-22T08:00:00.000Z" },
    ...{ decidedBy: null, decidedByName: null, decidedAt: null, decisionReason: "" },
    expiresAt: "2026-11-29T08:00:00.000Z",
  };
  const page = renderToStaticMarkup(
    <I18nextProvider i18n={await translatorFor(language)}>
      <ProposalFacts proposal={proposal} />
    </I18nextProvider>,
  );
  return page.replace(/<[^>]*>/g, " ");
}

test.each(languages)("a body's rules are compared in words (%s)", async (language) => {
  const text = await factsOf(language, {
    kind: "bodies:add-rules",
    payload: { effectiveFrom: "2027-03-01" },
    changes: [
      { field: "effectiveFrom", before: "2024-01-01", after: "2027-03-01" },
      { field: "termsBegin", before: "new-year", after: "after-election" },
      { field: "nominators", before: "membership-contacts", after: "anyone" },
      { field: "nominationsPerOrganization", before: "one-per-seat", after: "2" },
      { field: "capPerCitizenship", before: "2", after: "no-limit" },
      { field: "capPerEmployerGroup", before: "1", after: "no-limit" },
      { field: "termYearsByRank", before: "same", after: "3, 3, 2" },
      { field: "tieRule", before: "lot", after: "runoff" },
    ],
  });
  expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}|new-year|-election|-contacts|anyone|per-seat|no-limit/);
  // Any word of its own: the bare code would stand alone between two cells.
  expect(text).not.toMatch(/ {2}(same|lot|runoff) {2}/);
  expect(text).toContain("2027");
});

test.each(languages)("rules of votes are compared in words (%s)", async (language) => {
  const text = await factsOf(language, {
    kind: "membership:add-rules",
    payload: { effectiveFrom: "2027-03-01" },
    changes: [
      { field: "categories.nano.votes", before: "1", after: "2" },
      { field: "categories.micro.ipv6", before: "not-used", after: "≤ /32" },
      { field: "categories.huge.ipv4", before: "< /11", after: "no-limit" },
      { field: "categories.nano.names", before: null, after: { es: "Nano", en: "Nano", pt: "Nano" } },
      { field: "classes.founding.admission", before: "holder", after: "application" },
      { field: "classes.founding.votes", before: 3, after: "by-category" },
      { field: "classes.founding.mayVote", before: false, after: true },
    ],
  });
  expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}|\w\.\w|not-used|no-limit|holder|application|by-category|true|false|\{/);
});

test("a term is proposed with days as the reader writes them", async () => {
  const payload = { name: "Ana", from: "2027-01-01", until: "2029-12-31" };
  const text = await factsOf("en", { kind: "bodies:record-term", payload, changes: [] });
  expect(text).toContain("Record Ana in Board, from 1 January 2027 to 31 December 2029");
});

test.each(languages)(
  "who approves another address for a voter's mails reads all of it, for two may begin alike (%s)",
  async (language) => {
    const text = await factsOf(language, {
      kind: "elections:mend-address",
      payload: { handle: "HN-RED", address: "vera.nueva@lista.example" },
      changes: [{ field: "entry.address", before: "v…@lista.example", after: "v…@lista.example" }],
    });
    expect(text).toContain("vera.nueva@lista.example");
  },
);
