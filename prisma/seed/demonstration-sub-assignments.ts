// What a provider of the demonstration has given on of its block: to another provider, to a customer, to its own households, and one too late.
import { parsePrefix } from "#app/lib/ip-addresses/index.ts";
import { utcDay } from "#app/lib/instants/index.ts";
import { expectOk } from "#app/lib/result/index.ts";
import { registerSubAssignment } from "#app/modules/sub-assignments/index.server.ts";
import type { SeedContext } from "./demonstration-house.ts";
import { daysAfter, memberNamed } from "./demonstration-house.ts";

const block = "10.1.0.0/16";
const given = [
  { range: "10.1.0.0/20", to: "Provedor Litoral", name: "LITORAL-ATACADO", mayPassOn: true },
  { range: "10.1.16.0/22", to: "Andes Cable", name: "ANDES-PORTO-ALEGRE" },
  { range: "10.1.32.0/19", to: "Rede Serra Azul", name: "FTTH-CAXIAS-NORTE", isResidential: true },
  { range: "10.1.64.0/18", to: "Internet Altiplano", name: "ALTIPLANO-TRANSITO", mayPassOn: true },
  { range: "10.1.160.0/21", to: "Datos Verdes", name: "VERDES-RESPALDO", daysTaken: 12 },
];

export async function giveRangesOn(context: SeedContext): Promise<void> {
  for (const { range, to, name, mayPassOn = false, isResidential = false, daysTaken = 2 } of given) {
    const { handle } = await memberNamed(context, to);
    expectOk(
      await registerSubAssignment(context, {
        ...{ block: prefixOf(block), range: prefixOf(range), recipient: { handle }, name, mayPassOn, isResidential },
        ...{ assignedOn: utcDay(daysAfter(context.clock.now(), -daysTaken)), technicalUserId: "", abuseUserId: "" },
      }),
    );
  }
}

function prefixOf(text: string) {
  const prefix = parsePrefix(text);
  if (prefix === undefined) throw new Error(`${text} is no prefix`);
  return prefix;
}
