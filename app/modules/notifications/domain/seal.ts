// Sealing: what a mail says is encrypted to the mail room's public key, so that nobody on the way can read it:
// not the database, not its backups, not the web server. Runs in the browser too. Source: age-encryption.org/v1 (X25519).
import { armor, Decrypter, Encrypter } from "age-encryption";
import type { Json } from "#app/lib/canonical-json/index.ts";

/** What a template is filled with. The address is sealed too: the mail room refuses a mail that was readdressed on its way. */
export interface SealedProperties {
  readonly toAddress: string;
  readonly toName?: string;
  readonly [property: string]: Json | undefined;
}

/** The properties as armoured text that only the mail room opens. */
export async function sealForMailRoom(recipientKey: string, properties: SealedProperties): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipientKey);
  return armor.encode(await encrypter.encrypt(JSON.stringify(properties)));
}

/** The properties again; only the mail room has the identity. Throws when it does not fit. */
export async function openSeal(identity: string, sealed: string): Promise<SealedProperties> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return JSON.parse(await decrypter.decrypt(armor.decode(sealed), "text")) as SealedProperties;
}
