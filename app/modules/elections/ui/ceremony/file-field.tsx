// A file from the person's disk. It is read in the browser and goes nowhere.
import { Field } from "#app/ui/field.tsx";
import type { FieldProps } from "#app/ui/field.tsx";
import { controlAttributes } from "#app/ui/field.tsx";

export interface FileFieldProps extends FieldProps {
  readonly accept?: string;
  /** No file longer than this is read, in bytes; a key's backup is under a kilobyte. */
  readonly longest?: number;
  readonly onText: (text: string | undefined) => void;
}

export function FileField({ accept, longest = 100_000, onText, ...field }: FileFieldProps) {
  return (
    <Field {...field} className="max-w-text">
      <input
        {...controlAttributes(field)}
        type="file"
        accept={accept}
        required
        onChange={(event) => void readFirst(event.target.files, longest, onText)}
        className="control file:me-3 file:rounded-sm file:border file:border-line-strong file:bg-sunken file:px-3 file:py-1 file:font-semibold file:text-ink"
      />
    </Field>
  );
}

async function readFirst(
  files: FileList | null,
  longest: number,
  onText: (text: string | undefined) => void,
): Promise<void> {
  // Why a limit: whoever picks a film by mistake should not wait for it.
  const file = files?.[0];
  onText(file === undefined || file.size > longest ? undefined : await file.text());
}
