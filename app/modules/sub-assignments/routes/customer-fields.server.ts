// The customer of a form: an organisation by its handle, a new one, or the block's holder for a residential area.
import { z } from "zod";
import { getOrganization } from "#app/modules/organizations/index.server.ts";
import type { Network } from "#app/modules/resources/index.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { CustomerInput } from "../commands/sub-assign.input.ts";
import { customerInput, newRecipientInput } from "../commands/sub-assign.input.ts";

const plain = customerInput.omit({ recipient: true });
const known = z.object({ handle: z.string().trim().min(1, "problems.handleMissing").max(40, "problems.tooLong") });

interface Problem {
  readonly field: string;
  readonly key: string;
}

type Read = { readonly input: CustomerInput } | { readonly problems: readonly Problem[] };

/** Reads the fields of the form; `who` says which of the three it is. */
export async function readCustomer(
  context: ReadingContext,
  block: Network,
  fields: Readonly<Record<string, string>>,
): Promise<Read> {
  const who = fields["who"];
  const rest = plain.safeParse({
    name: fields["networkName"] ?? "",
    assignedOn: fields["assignedOn"] ?? "",
    technicalUserId: fields["technicalUserId"] ?? "",
    abuseUserId: fields["abuseUserId"] ?? "",
    mayPassOn: fields["mayPassOn"] === "yes",
    isResidential: who === "own" || fields["isResidential"] === "yes",
  });
  if (!rest.success) return { problems: problemsOf(rest.error, { name: "networkName" }) };
  if (who === "own") {
    const { handle } = await getOrganization(context, block.organizationId);
    return { input: { ...rest.data, recipient: { handle } } };
  }
  const recipient = who === "new" ? newRecipientInput.safeParse(fields) : known.safeParse(fields);
  if (!recipient.success) return { problems: problemsOf(recipient.error) };
  return { input: { ...rest.data, recipient: recipient.data } };
}

/** `fieldOf`: where a field of the form is not called as what is read from it. */
function problemsOf(error: z.ZodError, fieldOf: Readonly<Record<string, string>> = {}): Problem[] {
  return error.issues.map(({ path, message }) => {
    const name = path.map(String).join(".");
    return { field: fieldOf[name] ?? name, key: message };
  });
}
