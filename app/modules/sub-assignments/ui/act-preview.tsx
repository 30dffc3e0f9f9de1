// What the world will read after an act, before it is done: WHOIS, RDAP and the zones as they will answer.
import { useTranslation } from "react-i18next";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { TakesFocus } from "#app/ui/takes-focus.tsx";

interface Said {
  readonly prefix: string;
  readonly whois: string;
  readonly rdap: string;
}

export interface ActPreviewProps {
  readonly preview: {
    readonly prefix: string;
    readonly recipient: string;
    readonly kind: "registered" | "returned" | "resized" | "transferred";
    readonly daysTaken: number;
    readonly isLate: boolean;
    readonly before: Said | null;
    readonly after: Said | null;
    readonly isBeyondWindow: boolean;
    readonly zones: readonly {
      readonly zoneName: string;
      readonly records: readonly string[];
    }[];
  };
}

export function ActPreview({ preview }: ActPreviewProps) {
  const { t } = useTranslation("sub-assignments");
  const { prefix, recipient, kind, daysTaken, isLate, isBeyondWindow, before, after, zones } = preview;
  return (
    <>
      <TakesFocus>
        <Panel tone="info" title={t(`preview.titles.${kind}`, { prefix, recipient })}>
          {t("preview.lead")}
        </Panel>
      </TakesFocus>
      {isLate ? <Panel tone="warning">{t("preview.late", { count: daysTaken })}</Panel> : null}
      {isBeyondWindow ? <Panel tone="warning">{t("preview.beyondWindow")}</Panel> : null}
      {before === null ? null : (
        <Section title={t("preview.before", { prefix: before.prefix })}>
          <Words said={before} when="now" />
        </Section>
      )}
      <Section title={after === null ? t("preview.gone", { prefix }) : t("preview.after", { prefix: after.prefix })}>
        {after === null ? <p>{t("preview.goneText")}</p> : <Words said={after} when="then" />}
      </Section>
      <Section title={t("preview.zones")}>
        {zones.length === 0 ? <p>{t("preview.noZones")}</p> : <p>{t("preview.zonesAfter")}</p>}
        <ul className="mt-2 space-y-1 font-mono text-sm">
          {zones.flatMap(({ zoneName, records }) =>
            records.map((record) => (
              <li key={`${zoneName} ${record}`} className="wrap-anywhere">
                {zoneName}. {record}
              </li>
            )),
          )}
        </ul>
      </Section>
    </>
  );
}

function Words({ said, when }: { readonly said: Said; readonly when: "now" | "then" }) {
  const { t } = useTranslation("sub-assignments");
  return (
    <div className="space-y-3">
      <Text label={t(`preview.${when}`, { door: "WHOIS" })} text={said.whois.trim()} />
      <details>
        <summary className="min-h-touch cursor-pointer py-2 text-accent">{t("preview.rdap")}</summary>
        <Text label={t(`preview.${when}`, { door: "RDAP" })} text={said.rdap} />
      </details>
    </div>
  );
}

/** Why it can be focused: what scrolls must be reached by keyboard. */
function Text({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <pre
      tabIndex={0}
      role="region"
      aria-label={label}
      className="max-h-96 overflow-auto rounded-md border border-line bg-sunken p-3 font-mono text-sm"
    >
      {text}
    </pre>
  );
}
