// A call that is open now: a vacant seat on the Board. Somebody has been nominated and has not answered, one file is whole, another is
// not, and the membership contacts are asked whether they are still the right people.
import { expectOk } from "#app/lib/result/index.ts";
import { proposeStages } from "#app/modules/calendars/index.ts";
import { askEndorsement, saveAnswers, saveBiography } from "#app/modules/candidacies/index.server.ts";
import {
  answerContactQuestion,
  askContacts,
  createElection,
  createElectionInput,
  listContests,
  setCalendar,
} from "#app/modules/elections/index.server.ts";
import type { PersonActor } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import type { Standing } from "./demonstration-candidacies.ts";
import { accepted, fillFile, nominate, support } from "./demonstration-candidacies.ts";
import type { SeededHouse } from "./demonstration-house.ts";
import { as, daysAfter, invite, memberNamed, publishCalendar } from "./demonstration-house.ts";

const title = {
  es: "Directorio: elección extraordinaria de un cargo",
  en: "Board: extraordinary election of one seat",
  pt: "Diretoria: eleição extraordinária de uma vaga",
};

/** Answers the candidate whose file is not whole. */
export async function callVacantSeat(house: SeededHouse, call: Date): Promise<PersonActor> {
  const goTo = (days: number) => house.context.clock.set(daysAfter(call, days));
  goTo(0);
  const contest = await announce(house, call);
  const staff = as(house, house.staff);
  goTo(0.2);
  expectOk(await askContacts(staff, { electionId: contest.electionId }));
  goTo(1);
  await confirmContacts(house, contest.electionId, ["Datos Verdes", "Trinity Net", "Universidad del Río"]);
  await standWhole(house, contest);
  goTo(1.5);
  const ximena = await standIncomplete(house, contest);
  goTo(1.8);
  const small = await memberNamed(house.context, "Conexión Tegucigalpa");
  await nominate(house, {
    ...{ contest, person: small.contact, language: "es", citizenship: "HN", employer: small.name },
    ...{ nominatedBy: "Grupo Fibra Norte", statement: "Lleva años defendiendo a los miembros pequeños." },
  });
  return ximena;
}

async function announce(house: SeededHouse, call: Date): Promise<Standing["contest"]> {
  const stages = proposeStages("extraordinary-board", call, "call");
  const voting = stages.find(({ kind }) => kind === "voting");
  const official = stages.find(({ kind }) => kind === "official-result");
  if (!voting?.closesAt || !official?.closesAt) throw new Error("the template has no voting or no official result");
  const input = createElectionInput.parse({
    ...{ title, isTest: true, hasCall: true, trusteeThreshold: 2 },
    description: {
      es: "Una persona dejó el Directorio antes de terminar su mandato.",
      en: "Somebody left the Board before the end of the term.",
      pt: "Uma pessoa deixou a Diretoria antes do fim do mandato.",
    },
    contests: [
      {
        ...{ kind: "candidates", bodyKey: "board", title, seats: 1, maxChoices: 1 },
        termsBeginOn: official.closesAt.toISOString().slice(0, 10),
      },
    ],
    trusteeAccountIds: house.commission.map(({ accountId }) => accountId),
    rollDate: daysAfter(call, 10).toISOString().slice(0, 10),
    ...{ opensAt: voting.opensAt, closesAt: voting.closesAt },
  });
  const staff = as(house, house.staff);
  const { electionId } = expectOk(await createElection(staff, input));
  expectOk(await setCalendar(staff, { electionId, stages, template: "extraordinary-board" }));
  await publishCalendar(house, electionId);
  const [contest] = await listContests(house.context, electionId);
  return { electionId, contestId: contest?.id ?? "" };
}

async function confirmContacts(house: SeededHouse, electionId: string, members: readonly string[]): Promise<void> {
  for (const name of members) {
    const { organizationId, contact } = await memberNamed(house.context, name);
    expectOk(await answerContactQuestion(as(house, contact), { electionId, organizationId, answer: "confirmed" }));
  }
}

async function standWhole(house: SeededHouse, contest: Standing["contest"]): Promise<void> {
  const esteban = await invite(house.context, "Esteban Luque", "es");
  const candidacyId = await accepted(house, {
    ...{ contest, person: esteban, language: "es", citizenship: "CR", employer: "Universidad Abierta del Istmo" },
    ...{ nominatedBy: "Datos Verdes", statement: "Coordinó la red de las universidades." },
  });
  await fillFile(house, esteban, candidacyId, {
    biography: {
      es: "Ingeniero. Coordinó durante ocho años la red de las universidades de su país.",
      en: "Engineer. For eight years he coordinated the network of the universities of his country.",
      pt: "Engenheiro. Coordenou durante oito anos a rede das universidades do seu país.",
    },
    experience: "Ocho años al frente de una red académica nacional.",
    reasons: "Para acercar el registro a quienes recién reciben su primer bloque.",
    hue: 208,
  });
  await support(house, candidacyId, ["Red Cibao", "Trinity Net"]);
}

/** The biography in one language, half of the questions, no photograph, one support of two; a large member is asked for the other. */
async function standIncomplete(house: SeededHouse, contest: Standing["contest"]): Promise<PersonActor> {
  const ximena = await invite(house.context, "Ximena Robles", "es");
  const candidacyId = await accepted(house, {
    ...{ contest, person: ximena, language: "es", citizenship: "AR", employer: "Cooperativa Eléctrica Pampa" },
    ...{ nominatedBy: "Cooperativa Eléctrica Pampa", statement: "Llevó la fibra a once pueblos." },
  });
  const candidate = as(house, ximena);
  const es = "Dirige la red de una cooperativa eléctrica que llevó la fibra a once pueblos.";
  expectOk(await saveBiography(candidate, { candidacyId, es, en: "", pt: "", links: [] }));
  const typed = { "choice.other-body": "no", "choice.staff": "no", "choice.supplier": "no", "choice.dispute": "no" };
  expectOk(await saveAnswers(candidate, { candidacyId, typed }));
  await support(house, candidacyId, ["Universidad del Río"]);
  const large = await memberNamed(house.context, "Telco Mitad del Mundo");
  expectOk(await askEndorsement(candidate, { candidacyId, handle: large.handle }));
  return ximena;
}
