// Says, once, what was just saved.
import { useTranslation } from "react-i18next";
import { StatusMessage } from "#app/ui/status-message.tsx";

const known = [
  "created",
  "edited",
  "administrative",
  "billing",
  "membership",
  "debt-set",
  "debt-lifted",
  "class-changed",
  "proposed",
];

export function DoneMessage({ done }: { readonly done: string | null }) {
  const { t } = useTranslation("membership");
  return <StatusMessage>{done !== null && known.includes(done) ? t(`done.${done}`) : null}</StatusMessage>;
}
