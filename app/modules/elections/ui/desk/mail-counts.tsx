// How far the mails with the voting codes have come.
import { useTranslation } from "react-i18next";
import { Figure, Figures } from "#app/ui/figure.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

const states = ["sent", "waiting", "sending", "failed", "unknown"] as const;

export function MailCounts({ counts }: { readonly counts: Readonly<Record<(typeof states)[number], number>> }) {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  // States of trouble and passage stand there only when there is any.
  const shown = states.filter((state) => state === "sent" || state === "waiting" || counts[state] > 0);
  return (
    <Figures>
      {shown.map((state) => (
        <Figure key={state} label={t(`desk.mails.${state}`)} value={number(counts[state])} />
      ))}
    </Figures>
  );
}
