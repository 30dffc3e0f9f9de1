// A published calendar for everybody: where it stands now, the picture, the words, and the way into one's own calendar.
import { useTranslation } from "react-i18next";
import { Code } from "#app/ui/code.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { whereItStands } from "../domain/stage-states.ts";
import type { StageOnPaper } from "../domain/stages-form.ts";
import { stagesFromJson } from "../domain/stages-form.ts";
import type { Stage } from "../domain/stages.ts";
import { StageTable } from "./stage-table.tsx";
import { TimelinePicture } from "./timeline-picture.tsx";

export interface CalendarFactsProps {
  readonly stages: readonly StageOnPaper[];
  readonly now: string;
  /** When a date last changed after the calendar was published; null when none did. */
  readonly changedAt: string | null;
  /** The whole address of the feed. */
  readonly feedUrl: string;
  /** When it was called off, and none of the dates held any more; null where it was not. */
  readonly cancelledAt: string | null;
}

export function CalendarFacts({ stages, now, changedAt, feedUrl, cancelledAt }: CalendarFactsProps) {
  const { t } = useTranslation("calendars");
  const dated = stagesFromJson(stages);
  const present = new Date(now);
  return (
    <>
      {cancelledAt !== null ? (
        <Panel tone="warning">
          <p>{t("page.cancelled")}</p>
        </Panel>
      ) : (
        <Standing stages={dated} now={present} />
      )}
      {changedAt === null || cancelledAt !== null ? null : (
        <Panel tone="warning">
          <p>
            {t("page.changed")} <Instant at={changedAt} />
          </p>
        </Panel>
      )}
      <Section title={t("page.picture")} lead={t("page.pictureHint")}>
        <TimelinePicture stages={dated} now={present} />
      </Section>
      <Section title={t("page.words")}>
        <StageTable
          stages={dated}
          now={present}
          cancelledAt={cancelledAt === null ? undefined : new Date(cancelledAt)}
        />
      </Section>
      {cancelledAt === null ? <Subscription feedUrl={feedUrl} /> : null}
    </>
  );
}

function Standing({ stages, now }: { readonly stages: readonly Stage[]; readonly now: Date }) {
  const { t } = useTranslation("calendars");
  const { current, next } = whereItStands(stages, now);
  return (
    <Panel tone={current.length > 0 ? "success" : "info"} title={current.length > 0 ? t("page.current") : undefined}>
      {current.length === 0 ? <p>{t(next.length > 0 ? "page.nothingNow" : "page.allOver")}</p> : null}
      <ul className="space-y-1">
        {current.map((stage) => (
          <li key={stage.kind}>
            {t(`stages.${stage.kind}`)}
            {stage.closesAt === null ? null : (
              <>
                , {t("page.until")} <Instant at={stage.closesAt} />
              </>
            )}
          </li>
        ))}
      </ul>
      {next.map((stage) => (
        <p key={stage.kind}>
          <span className="font-semibold">{t("page.next")}:</span> {t(`stages.${stage.kind}`)}, {t("page.from")}{" "}
          <Instant at={stage.opensAt} />
        </p>
      ))}
    </Panel>
  );
}

function Subscription({ feedUrl }: { readonly feedUrl: string }) {
  const { t } = useTranslation("calendars");
  return (
    <Section title={t("page.subscribeTitle")} lead={t("page.subscribeText")}>
      <div className="space-y-4">
        <Code value={feedUrl} label={t("page.feedAddress")} />
        <p className="no-print flex flex-wrap gap-2">
          <LinkButton variant="primary" to={feedUrl.replace(/^https?:/, "webcal:")} reloadDocument>
            {t("page.subscribe")}
          </LinkButton>
          <LinkButton to={feedUrl} reloadDocument>
            <Icon name="download" />
            {t("page.download")}
          </LinkButton>
        </p>
      </div>
    </Section>
  );
}
