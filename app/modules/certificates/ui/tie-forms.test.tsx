// Two ties on one page: every label names a field of its own form.
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server.js";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { translatorFor } from "#app/platform/language/catalogue.server.ts";
import type { CertificateView } from "../queries/certificate.server.ts";
import { TieForms } from "./tie-forms.tsx";

test.each(["lot", "runoff"] as const)("no two fields of two ties share an id (%s)", async (rule) => {
  const tieOf = (position: number) => ({ position, ties: [{ rule, candidates: ["1", "2"] }] });
  const certificate = {
    count: { contests: [tieOf(1), tieOf(2)] },
    candidates: [],
    decisions: { ties: [], draws: [] },
  } as unknown as CertificateView;
  const element = <TieForms certificate={certificate} isBusy={false} now="2026-11-22T08:00:00.000Z" />;
  const tree = [{ path: "/", element }];
  const routes = createStaticHandler(tree);
  const answered = await routes.query(new Request("http://localhost/"));
  if (answered instanceof Response) throw new Error("no page");
  const page = renderToStaticMarkup(
    <I18nextProvider i18n={await translatorFor("en")}>
      <StaticRouterProvider router={createStaticRouter(tree, answered)} context={answered} hydrate={false} />
    </I18nextProvider>,
  );
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(6);
  expect(new Set(ids).size).toBe(ids.length);
});
