// A country or territory by its code, in the reader's language.
import { useFormats } from "./use-formats.ts";

export function Country({ code }: { readonly code: string }) {
  const { region } = useFormats();
  // Why the warning is suppressed: the browser's name for a country may be newer than the server's.
  return (
    <abbr title={code} className="no-underline" suppressHydrationWarning>
      {region(code)}
    </abbr>
  );
}
