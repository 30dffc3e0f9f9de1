// Says, once, what was just saved about a resource.
import { useTranslation } from "react-i18next";
import { StatusMessage } from "#app/ui/status-message.tsx";

const known = ["edited", "technical", "routing", "abuse", "delegation"];

export function ResourceDone({ done }: { readonly done: string | null }) {
  const { t } = useTranslation("resources");
  return <StatusMessage>{done !== null && known.includes(done) ? t(`done.${done}`) : null}</StatusMessage>;
}
