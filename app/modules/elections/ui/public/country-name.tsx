// A country by its name in the reader's language.
import { useFormats } from "#app/ui/use-formats.ts";

export function CountryName({ code }: { readonly code: string }) {
  const { country } = useFormats();
  if (code === "") return null;
  // Why the warning is suppressed: the browser's names may be newer than the server's.
  return <span suppressHydrationWarning>{country(code)}</span>;
}
