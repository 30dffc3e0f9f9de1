// Receives what a commission member's browser publishes.
import type { ActionFunctionArgs } from "@remix-run/node";
import type { Refusal, Result } from "#app/lib/result/index.ts";
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { publishCertificate } from "../../../commands/publish-certificate.server.ts";
import { publishCredentials } from "../../../commands/publish-credentials.server.ts";
import { publishPartialDecryption } from "../../../commands/publish-partial-decryption.server.ts";
import { publishPolynomial } from "../../../commands/publish-polynomial.server.ts";
import { publishVerificationKey } from "../../../commands/publish-verification-key.server.ts";
import { rehearseDecryption } from "../../../commands/rehearse-decryption.server.ts";
import type { CeremonyMessage } from "../../../domain/ceremony-message.ts";
import { ceremonyMessage } from "../../../domain/ceremony-message.ts";

export async function action(args: ActionFunctionArgs): Promise<Response> {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  const message = ceremonyMessage.safeParse(await readJson(args.request));
  if (!message.success) return new Response(null, { status: 400 });
  return Response.json(await publish(context, args.params["electionId"] ?? "", message.data));
}

function publish(
  context: PersonContext,
  electionId: string,
  message: CeremonyMessage,
): Promise<Result<unknown, Refusal>> {
  switch (message.kind) {
    case "certificate":
      return publishCertificate(context, { electionId, ...message });
    case "polynomial":
      return publishPolynomial(context, { electionId, ...message });
    case "verification-key":
      return publishVerificationKey(context, { electionId, ...message });
    case "rehearsal":
      return rehearseDecryption(context, { electionId, ...message });
    case "partial-decryption":
      return publishPartialDecryption(context, { electionId, ...message });
    case "credentials":
      return publishCredentials(context, { electionId, ...message });
  }
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    // Why undefined: what is no JSON is refused like any other message that is none of ours.
    return undefined;
  }
}
