// The trustees of a simulation or demonstration: what their browsers would do, done here, through the same commands as the web.
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import type { Context } from "#app/platform/context.server.ts";
import { withActor } from "#app/platform/context.server.ts";
import type { Actor } from "#app/platform/permissions/actor.ts";
import { publishCertificate } from "../../commands/publish-certificate.server.ts";
import { publishPartialDecryption } from "../../commands/publish-partial-decryption.server.ts";
import { publishPolynomial } from "../../commands/publish-polynomial.server.ts";
import { publishVerificationKey } from "../../commands/publish-verification-key.server.ts";
import { rehearseDecryption } from "../../commands/rehearse-decryption.server.ts";
import type { TrusteeKey } from "../../domain/trustee-backup.ts";
import { makeTrusteeKey } from "../../domain/trustee-backup.ts";
import {
  certificateMessage,
  decryptionMessage,
  polynomialMessage,
  rehearsalMessage,
  verificationKeyMessage,
} from "../../domain/trustee-rounds.ts";
import { findCeremony } from "../../queries/commission.server.ts";

export type PersonActor = Extract<Actor, { kind: "person" }>;

/** A trustee with the key that only its browser would have. */
export interface SimulatedTrustee {
  readonly actor: PersonActor;
  readonly key: TrusteeKey;
}

/** All three rounds and the rehearsal, in the order of the seats. Answers the keys. */
export async function holdKeyCeremony(
  context: Context,
  electionId: string,
  actors: readonly PersonActor[],
): Promise<SimulatedTrustee[]> {
  const { random } = context;
  const trustees: SimulatedTrustee[] = [];
  for (const [position, actor] of actors.entries()) {
    trustees.push({ actor, key: await makeTrusteeKey({ electionId, index: position + 1 }, random) });
  }
  for (const trustee of trustees) {
    const message = await certificateMessage(await ceremonyOf(context, electionId, trustee), trustee.key, random);
    expectOk(await publishCertificate(as(context, trustee), { electionId, ...message }));
  }
  for (const trustee of trustees) {
    const message = expectOk(
      await polynomialMessage(await ceremonyOf(context, electionId, trustee), trustee.key, random),
    );
    expectOk(await publishPolynomial(as(context, trustee), { electionId, ...message }));
  }
  for (const trustee of trustees) {
    const message = expectOk(
      await verificationKeyMessage(await ceremonyOf(context, electionId, trustee), trustee.key, random),
    );
    expectOk(
      await publishVerificationKey(as(context, trustee), { electionId, verificationKey: message.verificationKey }),
    );
  }
  for (const trustee of trustees) {
    const ceremony = await ceremonyOf(context, electionId, trustee);
    const partialDecryption = expectOk(
      await rehearsalMessage({ ...ceremony, rehearsalPayload: ceremony.rehearsalPayload ?? "" }, trustee.key, random),
    );
    expectOk(await rehearseDecryption(as(context, trustee), { electionId, partialDecryption }));
  }
  return trustees;
}

/** After the close: these trustees open the sum. Answers whether the result is out. */
export async function openSum(
  context: Context,
  electionId: string,
  trustees: readonly SimulatedTrustee[],
): Promise<boolean> {
  let hasResult = false;
  for (const trustee of trustees) {
    const ceremony = await ceremonyOf(context, electionId, trustee);
    const messages = {
      ...ceremony,
      electionPayload: ceremony.electionPayload ?? "",
      encryptedTally: ceremony.encryptedTally ?? "",
    };
    const partialDecryption = expectOk(await decryptionMessage(messages, trustee.key, context.random));
    ({ hasResult } = expectOk(await publishPartialDecryption(as(context, trustee), { electionId, partialDecryption })));
  }
  return hasResult;
}

function as(context: Context, trustee: SimulatedTrustee): Context {
  return withActor(context, trustee.actor);
}

async function ceremonyOf(context: Context, electionId: string, trustee: SimulatedTrustee) {
  const ceremony = await findCeremony(context, { electionId, accountId: trustee.actor.accountId });
  if (ceremony === undefined) throw new Error(`${trustee.actor.userId} holds no key of ${electionId}`);
  return { ...ceremony, group: ceremony.group as GroupName };
}
