// What everybody reads of a roll change: names of class and category in her language, never the keys of the rules.
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { translatorFor } from "#app/platform/language/catalogue.server.ts";
import { namesOfImported } from "../../domain/roll-names.ts";
import type { RollChangeView } from "../../queries/roll-changes.server.ts";
import { RollChanges } from "./roll-changes.tsx";

const change: RollChangeView = {
  ...{ version: 2, handle: "HN-UNO-PLEN", kind: "changed", reason: "Reclamo 3", claimId: null },
  ...{ proposedByName: "Sara", proposedByRoles: ["staff"], approvedByName: "Celia", approvedByRoles: ["commission"] },
  ...{ rootBefore: "00", root: "11", decidedAt: "2026-03-05T12:00:00.000Z" },
  changes: [
    { field: "class", before: "national-registry", after: "class-key", isPublic: true },
    { field: "category", before: "small", after: "unheard-of", isPublic: true },
  ],
};

const words = {
  class: { ...namesOfImported, "class-key": { es: "Activo A", en: "Active A", pt: "Ativo A" } },
  category: { small: { es: "Pequeña", en: "Small", pt: "Pequena" } },
};

test.each([
  ["es", "Organización de un registro nacional", "Activo A", "Pequeña"],
  ["en", "Organisation of a national registry", "Active A", "Small"],
  ["pt", "Organização de um registro nacional", "Ativo A", "Pequena"],
] as const)("class and category have names, and what no rules name keeps its key (%s)", async (language, ...names) => {
  const page = renderToStaticMarkup(
    <I18nextProvider i18n={await translatorFor(language)}>
      <RollChanges changes={[change]} words={words} />
    </I18nextProvider>,
  );
  for (const name of [...names, "unheard-of"]) expect(page).toContain(name);
  for (const key of ["national-registry", "class-key", ">small"]) expect(page).not.toContain(key);
});
