// Says, once, what was just saved.
import { useTranslation } from "react-i18next";
import { StatusMessage } from "#app/ui/status-message.tsx";

const known = ["added", "proposed"];

export function DoneMessage({ done }: { readonly done: string | null }) {
  const { t } = useTranslation("bodies");
  return <StatusMessage>{done !== null && known.includes(done) ? t(`desk.done.${done}`) : null}</StatusMessage>;
}
