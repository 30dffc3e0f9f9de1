// The form by which staff change who holds a block or AS numbers, and what it would change, before it is done.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { DelegationStatus } from "../domain/delegation.ts";
import { delegationStatuses } from "../domain/delegation.ts";
import { linkToAllResources, linkToChangeDelegation } from "../links.ts";

export interface DelegationFormProps {
  readonly resources: readonly string[];
  readonly holder: { readonly ownerId: string; readonly name: string };
  readonly status: DelegationStatus;
  readonly seen: string;
  readonly problemOf: (field: string) => string | undefined;
}

export function DelegationForm({ resources, holder, status, seen, problemOf }: DelegationFormProps) {
  const { t } = useTranslation("resources");
  return (
    <Form method="post" className="space-y-6">
      <input type="hidden" name="seen" value={seen} />
      <p>{t("delegation.now", { name: holder.name, handle: holder.ownerId, status: t(`pools.${status}`) })}</p>
      {resources.length > 1 ? <Panel>{t("delegation.together", { count: resources.length })}</Panel> : null}
      <TextField
        name="holder"
        label={t("delegation.holder")}
        description={t("delegation.holderHint")}
        problem={problemOf("holder")}
        isOptional
        autoComplete="off"
      />
      <RadioGroup
        name="status"
        label={t("holdings.status")}
        defaultValue={status}
        problem={problemOf("status")}
        options={delegationStatuses.map((value) => ({
          value,
          label: t(`pools.${value}`),
          description: t(`delegation.statuses.${value}`),
        }))}
      />
      <TextArea
        name="reason"
        label={t("delegation.reason")}
        description={t("delegation.reasonHint")}
        problem={problemOf("reason")}
        required
        maxLength={2000}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="act" value="preview">
          {t("delegation.preview")}
        </SubmitButton>
        <LinkButton to={linkToAllResources(resources[0])}>{t("cancel")}</LinkButton>
      </div>
    </Form>
  );
}

interface Side {
  readonly holder: { readonly handle: string; readonly name: string; readonly opaqueId: string } | null;
  readonly status: DelegationStatus;
  readonly country: string;
}

export interface DelegationPreviewProps {
  /** One of them, for the way back. */
  readonly resource: string;
  readonly preview: {
    readonly resources: readonly string[];
    readonly before: Side;
    readonly after: Side;
    readonly moved: readonly string[];
    readonly kept: readonly string[];
    readonly ended: readonly string[];
  };
  readonly input: {
    readonly holder: string;
    readonly status: DelegationStatus;
    readonly reason: string;
    readonly seen: string;
  };
}

export function DelegationPreview({ resource, preview, input }: DelegationPreviewProps) {
  const { t } = useTranslation("resources");
  const { before, after, moved, kept, ended } = preview;
  const isMoving = before.holder?.handle !== after.holder?.handle;
  return (
    <Section title={t("delegation.previewTitle")} lead={t("delegation.previewLead")}>
      <DefinitionList
        entries={[
          { term: t("delegation.resources"), description: <Names names={preview.resources} /> },
          { term: t("mine.holder"), description: <Change before={nameOf(before)} after={nameOf(after)} /> },
          {
            term: t("holdings.status"),
            description: <Change before={t(`pools.${before.status}`)} after={t(`pools.${after.status}`)} />,
          },
          { term: t("delegation.file"), description: <Change before={fileOf(before)} after={fileOf(after)} /> },
          { term: t("delegation.moved"), description: <Names names={moved} /> },
          { term: t("delegation.kept"), description: <Names names={kept} /> },
          { term: t("delegation.ended"), description: <Names names={ended} /> },
          {
            term: t("delegation.reason"),
            description: <p className="wrap-anywhere whitespace-pre-line">{input.reason}</p>,
          },
        ]}
      />
      {isMoving ? (
        <Panel tone="warning" className="mt-6">
          {t(after.holder === null ? "delegation.backMeans" : "delegation.moveMeans")}
        </Panel>
      ) : null}
      <Form method="post" className="mt-6 flex flex-wrap gap-3">
        {Object.entries(input).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton name="act" value="confirm">
          {t("delegation.confirm")}
        </SubmitButton>
        <LinkButton to={linkToChangeDelegation(resource)}>{t("delegation.back")}</LinkButton>
      </Form>
    </Section>
  );
}

function nameOf({ holder }: Side): string {
  return holder === null ? "–" : `${holder.name} (${holder.handle})`;
}

/** As the statistics file says it: country, status, number of the holder. */
function fileOf({ holder, status, country }: Side): string {
  return [country, status, holder?.opaqueId ?? ""].join("|");
}

function Change({ before, after }: { readonly before: string; readonly after: string }) {
  const { t } = useTranslation("resources");
  if (before === after) return <>{after}</>;
  return (
    <span className="wrap-anywhere">
      <del className="decoration-danger">{before}</del>
      <span aria-hidden="true"> → </span>
      <span className="sr-only">{t("history.becomes")}</span>
      <ins className="font-semibold no-underline">{after}</ins>
    </span>
  );
}

const mostNames = 20;

function Names({ names }: { readonly names: readonly string[] }) {
  const { t } = useTranslation("resources");
  if (names.length === 0) return <span className="text-ink-soft">–</span>;
  return (
    <>
      <span className="font-mono text-sm wrap-anywhere">{names.slice(0, mostNames).join(", ")}</span>
      {names.length > mostNames
        ? ` ${t("holdings.more", { count: names.length - mostNames, number: names.length - mostNames })}`
        : null}
    </>
  );
}
