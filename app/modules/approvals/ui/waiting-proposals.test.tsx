// A panel of what waits leads nobody to a page that is not there for her.
import { StaticRouter } from "react-router-dom/server.js";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { translatorFor } from "#app/platform/language/catalogue.server.ts";
import { WaitingProposals } from "./waiting-proposals.tsx";

test.each([true, false])("the proposal is named, and is a link only for whoever may open it (%s)", async (mayOpen) => {
  const proposal = {
    ...{ id: "p", kind: "bodies:add-rules", payload: {}, proposedByName: "Lucía", mayOpen },
    subjectTitle: { es: "Directorio", en: "Board", pt: "Diretoria" },
  };
  const page = renderToStaticMarkup(
    <I18nextProvider i18n={await translatorFor("en")}>
      <StaticRouter location="/">
        <WaitingProposals proposals={[proposal]} />
      </StaticRouter>
    </I18nextProvider>,
  );
  expect(page).toContain("Lucía");
  expect(page.includes("/approvals/p")).toBe(mayOpen);
});
