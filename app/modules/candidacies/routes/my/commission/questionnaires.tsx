// What candidates of each body are asked, over time: /commission/questionnaires
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { utcDay } from "#app/lib/instants/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { listWaitingProposals } from "#app/modules/approvals/index.server.ts";
import { WaitingProposals } from "#app/modules/approvals/index.ts";
import { listBodies } from "#app/modules/bodies/index.server.ts";
import { linkToCommission } from "#app/modules/elections/index.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { isPermitted } from "#app/platform/permissions/actor.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Day } from "#app/ui/day.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { setQuestionnaireAct } from "../../../commands/set-questionnaire.server.ts";
import { questionsOf } from "../../../domain/questionnaire.ts";
import { linkToNewQuestionnaire, linkToQuestionnaireVersion } from "../../../links.ts";
import { permissions } from "../../../module.ts";
import type { QuestionnaireVersion } from "../../../queries/questionnaire.server.ts";
import { builtInQuestionnaire, listQuestionnaires } from "../../../queries/questionnaire.server.ts";

export const handle: PageHandle = { title: "candidacies:questionnaires.title" };

type VersionState = "future" | "inForce" | "past";

interface VersionLine extends Pick<QuestionnaireVersion, "id" | "effectiveFrom" | "isAssumed" | "source"> {
  readonly questions: number;
  readonly isBuiltIn: boolean;
  readonly state: VersionState;
}

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: permissions["candidacies:read-questionnaires"].slice() });
  const versions = await listQuestionnaires(context);
  const today = utcDay(context.clock.now());
  const bodies = (await listBodies(context)).map(({ key, names }) => ({
    ...{ key, names },
    versions: linesOf([...versions.filter(({ bodyKey }) => bodyKey === key), builtInQuestionnaire], today),
  }));
  return {
    bodies,
    waiting: await listWaitingProposals(context, { kind: setQuestionnaireAct.kind }),
    mayWrite: isPermitted(context.actor, permissions, "candidacies:set-questionnaire"),
    isProposed: new URL(args.request.url).searchParams.get("done") === "proposed",
  };
}

/** The newest first; of those whose day has come, only the newest is in force. */
function linesOf(versions: readonly QuestionnaireVersion[], today: string): VersionLine[] {
  const inForce = versions.find(({ effectiveFrom }) => effectiveFrom <= today);
  return versions.map((version) => {
    const { id, effectiveFrom, isAssumed, source, document } = version;
    const isBuiltIn = version === builtInQuestionnaire;
    const state = version === inForce ? "inForce" : effectiveFrom > today ? "future" : "past";
    return { id, effectiveFrom, isAssumed, source, questions: questionsOf(document).length, state, isBuiltIn };
  });
}

const tones = { future: "info", inForce: "success", past: "neutral" } as const;

export default function Questionnaires() {
  const { t } = useTranslation("candidacies");
  const language = useLanguage();
  const { bodies, waiting, mayWrite, isProposed } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("questionnaires.title")}
      lead={t("questionnaires.lead")}
      breadcrumbs={[{ label: t("elections:desk.commission.title"), to: linkToCommission() }]}
      actions={
        mayWrite ? (
          <LinkButton variant="primary" to={linkToNewQuestionnaire()}>
            {t("questionnaires.new")}
          </LinkButton>
        ) : null
      }
    >
      <StatusMessage>{isProposed ? t("questionnaires.proposed") : null}</StatusMessage>
      <WaitingProposals proposals={waiting} />
      {bodies.map(({ key, names, versions }) => (
        <Section key={key} title={inLanguage(names, language)}>
          <ul className="border-t border-line">
            {versions.map((version) => (
              <li key={version.id} className="border-b border-line py-3">
                <Version version={version} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  );
}

function Version({ version }: { readonly version: VersionLine }) {
  const { t } = useTranslation("candidacies");
  const { id, effectiveFrom, isAssumed, source, questions, state, isBuiltIn } = version;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <TextLink to={linkToQuestionnaireVersion(id)} className="inline-block py-1.5 font-semibold">
          {isBuiltIn ? (
            t("questionnaires.builtIn")
          ) : (
            <>
              {t("questionnaires.since")} <Day day={effectiveFrom} />
            </>
          )}
        </TextLink>
        <Badge tone={tones[state]}>{t(`questionnaires.states.${state}`)}</Badge>
        {isAssumed ? <Badge tone="warning">{t("questionnaires.assumed")}</Badge> : null}
      </div>
      <p className="text-sm text-ink-soft">
        {t("questionnaires.count", { count: questions })}
        {source === "" ? null : ` · ${source}`}
      </p>
    </>
  );
}
