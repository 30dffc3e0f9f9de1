// Staff make the calendar out of a template, adjust it, publish it; once published they propose changes that a second person approves.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readUtcInput } from "#app/lib/instants/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { listWaitingProposals, proposeAct } from "#app/modules/approvals/index.server.ts";
import { WaitingProposals } from "#app/modules/approvals/index.ts";
import { findCalendar } from "#app/modules/calendars/index.server.ts";
import type { StageOnPaper } from "#app/modules/calendars/index.ts";
import {
  CalendarEditor,
  changesOfStages,
  isTemplateKey,
  proposeStages,
  readStages,
  stagesFromJson,
  stagesToJson,
  templateFor,
  TemplateForm,
  withoutCandidates,
} from "#app/modules/calendars/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { textFieldsOf } from "#app/platform/http/form-answers.server.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { isPermitted } from "#app/platform/permissions/actor.ts";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { useAnswerProblems } from "#app/ui/use-answer-problems.ts";
import { useLanguage } from "#app/ui/use-formats.ts";
import {
  isOfSavedDates,
  proposeCalendarPublication,
  publishCalendarAct,
} from "../../commands/publish-calendar.server.ts";
import { changeDates, setCalendar } from "../../commands/set-calendar.server.ts";
import {
  linkToCalendar,
  linkToCalendarDesk,
  linkToCommission,
  linkToCommissionDesk,
  linkToElectionDesk,
  linkToElectionDesks,
} from "../../links.ts";
import { permissions } from "../../module.ts";
import type { ElectionView } from "../../queries/elections.server.ts";
import { findElection } from "../../queries/elections.server.ts";

export const handle: PageHandle = { title: "calendars:desk.title" };

async function openCalendar(args: LoaderFunctionArgs) {
  const roles = permissions["elections:set-calendar"].slice();
  const context = await openDoor(args, { roles, steppedUp: true });
  const election = await findElection(context, args.params["electionId"] ?? "");
  if (election === undefined) throw new Response(null, { status: 404 });
  return { context, election, calendar: await findCalendar(context, election.id) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { context, election, calendar } = await openCalendar(args);
  const search = new URL(args.request.url).searchParams;
  const asked = search.get("template") ?? "";
  const fitting = templateFor(firstBodyOf(election), hasCandidates(election));
  const template = isTemplateKey(asked) ? asked : (calendar?.template ?? fitting);
  const opensAt = readUtcInput(search.get("opens") ?? "") ?? new Date(election.opensAt);
  const saved = stagesToJson(calendar?.stages ?? []);
  const proposed = proposeStages(template, opensAt);
  const needed = hasCandidates(election) ? proposed : withoutCandidates(proposed);
  const about = { subjectType: "election", subjectId: election.id };
  const changes = await listWaitingProposals(context, { ...about, kind: changeDates.kind });
  const publications = await listWaitingProposals(context, { ...about, kind: publishCalendarAct.kind });
  const isProposed = publications.some(({ payload }) => calendar !== undefined && isOfSavedDates(payload, calendar));
  return {
    election: { id: election.id, title: election.title },
    template,
    opensAt: opensAt.toISOString(),
    initial: isTemplateKey(asked) || calendar === undefined ? stagesToJson(needed) : saved,
    saved,
    isPublished: calendar !== undefined && calendar.publishedAt !== null,
    isStaff: isPermitted(context.actor, permissions, "elections:create"),
    mayPublish: !isProposed && isPermitted(context.actor, permissions, "elections:publish-calendar"),
    hasCandidates: hasCandidates(election),
    waiting: [...publications, ...changes],
    now: context.clock.now().toISOString(),
    done: search.get("done"),
  };
}

function firstBodyOf({ contests }: ElectionView): string | undefined {
  return contests.find(({ bodyKey }) => bodyKey !== null)?.bodyKey ?? undefined;
}

function hasCandidates({ contests }: ElectionView): boolean {
  return contests.some(({ kind }) => kind === "candidates");
}

export async function action(args: ActionFunctionArgs) {
  const { context, election, calendar } = await openCalendar(args);
  const fields = textFieldsOf(await args.request.formData());
  const { intent = "check", reason = "", template = "" } = fields;
  const page = linkToCalendarDesk(election.id);
  if (intent === "publish") {
    const proposed = await proposeCalendarPublication(context, { electionId: election.id, reason });
    if (proposed.ok) throw redirect(`${page}?done=publication`);
    return data({ values: undefined, reason, malformed: [], refusal: proposed.error }, { status: 422 });
  }
  const { stages, malformed } = readStages(fields);
  const values = stagesToJson(stages);
  const nothing = { values, reason, malformed, refusal: undefined };
  if (malformed.length > 0 || (intent !== "save" && intent !== "propose")) return data(nothing);
  if (intent === "propose") {
    const proposed = await propose(context, election, { values, reason });
    if (proposed.ok) throw redirect(`${page}?done=proposed`);
    return data({ ...nothing, refusal: proposed.error }, { status: 422 });
  }
  const kept = isTemplateKey(template) ? template : (calendar?.template ?? "board");
  const written = await setCalendar(context, { electionId: election.id, stages, template: kept });
  if (written.ok) throw redirect(`${page}?done=saved`);
  return data({ ...nothing, refusal: written.error }, { status: 422 });
}

function propose(
  context: Context,
  { id, title }: ElectionView,
  { values, reason }: { readonly values: readonly StageOnPaper[]; readonly reason: string },
) {
  return proposeAct(context, changeDates, {
    subjectType: "election",
    subjectId: id,
    subjectTitle: title,
    payload: { stages: values.map((stage) => ({ ...stage })) },
    reason,
  });
}

const fieldOf = { REASON_MISSING: "reason" };

export default function CalendarDesk() {
  const { t } = useTranslation("calendars");
  const { t: of } = useTranslation("elections");
  const language = useLanguage();
  const { election, template, opensAt, initial, saved, done, waiting, ...loaded } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { problems, problemOf } = useAnswerProblems(answer, "calendars", fieldOf);
  const { search } = useLocation();
  const shown = answer?.values ?? initial;
  const isSaved = saved.length > 0 && changesOfStages(stagesFromJson(saved), stagesFromJson(shown)).length === 0;
  return (
    <Page
      title={t("desk.title")}
      lead={t(loaded.isPublished ? "desk.publishedNote" : "desk.lead")}
      breadcrumbs={
        // Why two ways back: a commissioner has no key to the door of the staff.
        loaded.isStaff
          ? [
              { label: of("desk.list.heading"), to: linkToElectionDesks() },
              { label: inLanguage(election.title, language), to: linkToElectionDesk(election.id) },
            ]
          : [
              { label: of("desk.commission.title"), to: linkToCommission() },
              { label: inLanguage(election.title, language), to: linkToCommissionDesk(election.id) },
            ]
      }
      actions={
        loaded.isPublished ? <LinkButton to={linkToCalendar(election.id)}>{t("desk.publicPage")}</LinkButton> : null
      }
    >
      <StatusMessage>{done !== null && problems.length === 0 ? doneSentence(t, done) : null}</StatusMessage>
      <FormProblems problems={problems} />
      <WaitingProposals proposals={waiting} />
      {loaded.isPublished ? null : (
        <TemplateForm key={opensAt} template={template} opensAt={opensAt} hasCandidates={loaded.hasCandidates} />
      )}
      <CalendarEditor
        key={`${search}-${JSON.stringify(initial)}`}
        template={template}
        initial={shown}
        saved={saved}
        malformed={answer?.malformed ?? []}
        reason={answer?.reason ?? ""}
        reasonProblem={problemOf("reason")}
        isPublished={loaded.isPublished}
        hasCandidates={loaded.hasCandidates}
        now={loaded.now}
      />
      {!loaded.isPublished && loaded.mayPublish && isSaved ? (
        <Publish reason={answer?.reason ?? ""} problem={problemOf("reason")} />
      ) : null}
    </Page>
  );
}

function doneSentence(t: (key: string) => string, done: string): string | null {
  return ["saved", "publication", "proposed"].includes(done) ? t(`desk.done.${done}`) : null;
}

function Publish({ reason, problem }: { readonly reason: string; readonly problem: string | undefined }) {
  const { t } = useTranslation("calendars");
  return (
    <Section title={t("desk.publish")} lead={t("desk.publishText")}>
      <Form method="post" className="max-w-text space-y-4" noValidate>
        <TextArea
          name="reason"
          label={t("desk.publishReason")}
          description={t("desk.reasonHint")}
          defaultValue={reason}
          problem={problem}
          rows={2}
        />
        <SubmitButton name="intent" value="publish">
          {t("desk.proposePublication")}
        </SubmitButton>
      </Form>
    </Section>
  );
}
