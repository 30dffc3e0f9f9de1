// One version of a questionnaire as a candidate sees it: /commission/questionnaires/:questionnaireId
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { findBody } from "#app/modules/bodies/index.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { isPermitted } from "#app/platform/permissions/actor.ts";
import { Day } from "#app/ui/day.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToNewQuestionnaire, linkToQuestionnaires } from "../../../links.ts";
import { permissions } from "../../../module.ts";
import { findQuestionnaire } from "../../../queries/questionnaire.server.ts";
import { QuestionnairePreview } from "../../../ui/questionnaire-preview.tsx";

export const handle: PageHandle = { title: "candidacies:questionnaires.version" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["candidacies:read-questionnaires"].slice() });
  const version = await findQuestionnaire(context, args.params["questionnaireId"] ?? "");
  if (version === undefined) throw new Response(null, { status: 404 });
  const body = await findBody(context, version.bodyKey);
  return {
    version,
    body: body?.names ?? null,
    mayWrite: isPermitted(context.actor, permissions, "candidacies:set-questionnaire"),
  };
}

export default function QuestionnaireVersionPage() {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  const { version, body, mayWrite } = useLoaderData<typeof loader>();
  return (
    <Page
      title={body === null ? t("questionnaires.builtIn") : inLanguage(body, language)}
      lead={
        body === null ? (
          t("questionnaires.builtInLead")
        ) : (
          <>
            {t("questionnaires.since")} <Day day={version.effectiveFrom} />. {version.source}
          </>
        )
      }
      breadcrumbs={[{ label: t("questionnaires.title"), to: linkToQuestionnaires() }]}
      actions={
        mayWrite ? (
          <LinkButton to={linkToNewQuestionnaire(version.id)}>{t("questionnaires.newFromThis")}</LinkButton>
        ) : null
      }
    >
      <Panel>{t("questionnaires.previewText")}</Panel>
      <QuestionnairePreview document={version.document} />
    </Page>
  );
}
