// An election that the commission has its hands full with: one seat of the Fiscal Commission. Its candidates are published, members ask
// them, a claim about the roll and a complaint wait to be decided, and so does a change of the roll. The vote opens in two weeks.
import { expectOk } from "#app/lib/result/index.ts";
import { proposeStages } from "#app/modules/calendars/index.ts";
import type { StageKind } from "#app/modules/calendars/index.ts";
import {
  answerQuestion,
  askCandidates,
  decideCandidacy,
  declareConflict,
  getFileHash,
  moderateQuestion,
  proposePublication,
} from "#app/modules/candidacies/index.server.ts";
import {
  createElection,
  createElectionInput,
  listContests,
  proposeRollChange,
  setCalendar,
} from "#app/modules/elections/index.server.ts";
import type { PersonActor } from "#app/modules/elections/simulation/commands/hold-key-ceremony.server.ts";
import type { FileWish, Standing } from "./demonstration-candidacies.ts";
import { accepted, fillFile, support } from "./demonstration-candidacies.ts";
import { objectAs, rejectClaim } from "./demonstration-claims.ts";
import type { SeededHouse } from "./demonstration-house.ts";
import { as, byTwo, daysAfter, freezeByTwo, invite, memberNamed, publishCalendar } from "./demonstration-house.ts";

const title = { es: "Comisión Fiscal: un cargo", en: "Fiscal Commission: one seat", pt: "Comissão Fiscal: uma vaga" };

const files: Readonly<Record<"marisol" | "rodrigo", FileWish>> = {
  marisol: {
    biography: {
      es: "Contadora pública. Auditó cooperativas de telecomunicaciones durante doce años y enseña control de gestión.",
      en: "Public accountant. She audited telecommunications cooperatives for twelve years and teaches management control.",
      pt: "Contadora. Auditou cooperativas de telecomunicações durante doze anos e ensina controle de gestão.",
    },
    experience: "Doce años de auditoría externa; tres balances de asociaciones civiles por año.",
    reasons: "Quiero que los informes se publiquen a tiempo y que cualquier miembro los entienda.",
    hue: 168,
  },
  rodrigo: {
    biography: {
      es: "Economista. Fue tesorero de una cámara de proveedores de Internet y hoy dirige las finanzas de una red regional.",
      en: "Economist. He was the treasurer of a chamber of Internet providers and now heads the finances of a regional network.",
      pt: "Economista. Foi tesoureiro de uma câmara de provedores de Internet e hoje dirige as finanças de uma rede regional.",
    },
    experience: "Presupuestos y compras de una red de catorce ciudades.",
    reasons: "La Comisión Fiscal debe revisar también los contratos, no solo el balance.",
    hue: 24,
  },
};

export interface AnnouncedElection {
  /** The candidate whom a visitor may play. */
  readonly candidate: PersonActor;
  /** What happens on its last day: a complaint, and a change of the roll that is proposed. */
  goOn(): Promise<void>;
}

/** All but the last day, which comes after the other elections' days. */
export async function announceFiscalElection(house: SeededHouse, call: Date): Promise<AnnouncedElection> {
  const goTo = (days: number) => house.context.clock.set(daysAfter(call, days));
  goTo(0);
  const contest = await announce(house, call);
  goTo(2.1);
  await freezeByTwo(house, contest.electionId);
  goTo(5);
  const { marisol, rodrigo, candidacies } = await stand(house, contest);
  goTo(10);
  await objectToRoll(house, contest.electionId, call);
  goTo(20.5);
  await review(house, candidacies);
  goTo(21);
  const list = { electionId: contest.electionId, reason: "Reunión de la Comisión: tres candidaturas decididas." };
  await byTwo(house, house.commission[1], proposePublication(as(house, house.commission[0]), list));
  goTo(21.2);
  await ask(house, contest, { rodrigo, candidacyId: candidacies.rodrigo });
  return {
    candidate: marisol,
    async goOn() {
      goTo(22.1);
      await complain(house, contest.electionId, { candidacyId: candidacies.rodrigo, name: rodrigo.name });
      await proposeOtherVoter(house, contest.electionId);
    },
  };
}

type Contest = Standing["contest"];

async function announce(house: SeededHouse, call: Date): Promise<Contest> {
  const stages = proposeStages("fiscal-commission", call, "call");
  const dayOf = (wanted: StageKind) => {
    const stage = stages.find(({ kind }) => kind === wanted);
    if (stage === undefined) throw new Error(`the template has no ${wanted}`);
    return stage;
  };
  const { opensAt, closesAt } = dayOf("voting");
  const input = createElectionInput.parse({
    ...{ title, isTest: true, hasCall: true, trusteeThreshold: 2 },
    contests: [{ kind: "candidates", bodyKey: "fiscal-commission", title, seats: 1, maxChoices: 1 }],
    trusteeAccountIds: house.commission.map(({ accountId }) => accountId),
    rollDate: dayOf("roll-freeze").opensAt.toISOString().slice(0, 10),
    ...{ opensAt, closesAt },
  });
  const staff = as(house, house.staff);
  const { electionId } = expectOk(await createElection(staff, input));
  expectOk(await setCalendar(staff, { electionId, stages, template: "fiscal-commission" }));
  await publishCalendar(house, electionId);
  const [contest] = await listContests(house.context, electionId);
  return { electionId, contestId: contest?.id ?? "" };
}

/** Two whole files, and one that stays without the supports that it needs. */
async function stand(house: SeededHouse, contest: Contest) {
  const { context } = house;
  const marisol = await invite(context, "Marisol Ocampo", "es");
  const rodrigo = await invite(context, "Rodrigo Paniagua", "es");
  const teresa = await invite(context, "Teresa Villamil", "es");
  const ofMarisol = await accepted(house, {
    ...{ contest, person: marisol, language: "es", citizenship: "CO", employer: "Ocampo y Asociados" },
    ...{ nominatedBy: "Banco de los Llanos", statement: "Conoce las cuentas de las asociaciones." },
  });
  await fillFile(house, marisol, ofMarisol, files.marisol);
  await support(house, ofMarisol, ["Cooperativa Eléctrica Pampa", "Red Cibao"]);
  const ofRodrigo = await accepted(house, {
    ...{ contest, person: rodrigo, language: "es", citizenship: "BO", employer: "Red de los Valles" },
    ...{ nominatedBy: "Internet Altiplano", statement: "Fue un tesorero cuidadoso." },
  });
  await fillFile(house, rodrigo, ofRodrigo, files.rodrigo);
  await support(house, ofRodrigo, ["Datos Verdes", "Trinity Net"]);
  const ofTeresa = await accepted(house, {
    ...{ contest, person: teresa, language: "es", citizenship: "MX", employer: "Grupo Fibra Norte" },
    ...{ nominatedBy: "Grupo Fibra Norte", statement: "Trabaja con nosotros desde hace seis años." },
  });
  return { marisol, rodrigo, candidacies: { marisol: ofMarisol, rodrigo: ofRodrigo, teresa: ofTeresa } };
}

async function review(house: SeededHouse, candidacies: Readonly<Record<"marisol" | "rodrigo" | "teresa", string>>) {
  const commissioner = as(house, house.commission[0]);
  for (const [name, candidacyId] of Object.entries(candidacies)) {
    expectOk(await declareConflict(commissioner, { candidacyId, hasConflict: false, explanation: "" }));
    const isWhole = name !== "teresa";
    const reasons = isWhole
      ? ""
      : "El legajo cerró sin fotografía, sin cuestionario y sin los dos apoyos que piden las reglas.";
    const fileHash = await getFileHash(house.context, candidacyId);
    const decision = { kind: isWhole ? "admit" : "reject", reasons, correctUntil: null } as const;
    expectOk(await decideCandidacy(commissioner, { candidacyId, fileHash, ...decision }));
  }
}

/** One claim is decided; the other waits. */
async function objectToRoll(house: SeededHouse, electionId: string, call: Date): Promise<void> {
  const text = "Pedimos figurar en el padrón: somos miembros y estamos al día con la cuota.";
  const about = { electionId, kind: "roll", language: "es" } as const;
  const claimId = await objectAs(house, "Punto de Intercambio del Istmo", { ...about, ground: "missing", text });
  house.context.clock.set(daysAfter(call, 12));
  await objectAs(house, "Telco Mitad del Mundo", {
    ...{ ...about, ground: "votes-wrong" },
    text: "El padrón nos da 8 votos. Antes de la fecha del padrón recibimos otro bloque por transferencia, y con él nos corresponden 9.",
  });
  house.context.clock.set(daysAfter(call, 20.2));
  await rejectClaim(house, [house.commission[1], house.commission[2]], {
    ...{ claimId, marked: text },
    reasons:
      "Los votos dependen de las direcciones IP recibidas, y en la fecha del padrón la organización no tenía ninguna.",
  });
}

/** A question that is answered by one of the two, and one that waits for the commission. */
async function ask(
  house: SeededHouse,
  contest: Contest,
  { rodrigo, candidacyId }: { readonly rodrigo: PersonActor; readonly candidacyId: string },
): Promise<void> {
  const azul = await memberNamed(house.context, "Rede Serra Azul");
  const small = await memberNamed(house.context, "Conexión Tegucigalpa");
  const { questionId } = expectOk(
    await askCandidates(as(house, azul.contact), {
      ...{ ...contest, organizationId: azul.organizationId, language: "pt" },
      text: "Como garantirá que o relatório fiscal chegue aos membros antes da Assembleia?",
    }),
  );
  expectOk(
    await moderateQuestion(as(house, house.commission[2]), {
      ...{ questionId, outcome: "publish", passages: [], reason: "" },
    }),
  );
  expectOk(
    await answerQuestion(as(house, rodrigo), {
      ...{ candidacyId, questionId, language: "es" },
      text: "Con un calendario publicado en enero y un borrador a la vista de todos los miembros treinta días antes.",
    }),
  );
  expectOk(
    await askCandidates(as(house, small.contact), {
      ...{ ...contest, organizationId: small.organizationId, language: "es" },
      text: "¿Revisará la Comisión Fiscal también las compras pequeñas, o solo el balance anual?",
    }),
  );
}

function complain(
  house: SeededHouse,
  electionId: string,
  { candidacyId, name }: { readonly candidacyId: string; readonly name: string },
): Promise<string> {
  return objectAs(house, "Provedor Litoral", {
    ...{ electionId, kind: "candidate", subjectId: candidacyId, subjectLabel: name, language: "pt" },
    text: "O candidato escreveu a contatos da base de membros para pedir votos, o que a convocatória não permite.",
  });
}

/** Staff propose that somebody else votes for a member; a commissioner decides it. */
async function proposeOtherVoter(house: SeededHouse, electionId: string): Promise<void> {
  const { handle } = await memberNamed(house.context, "Red Cibao");
  const successor = await invite(house.context, "Rosario Almonte", "es");
  expectOk(
    await proposeRollChange(as(house, house.staff), {
      electionId,
      wish: {
        ...{ kind: "change", handle, organizationId: "", votes: null, category: null, claimId: "" },
        contactAccountId: successor.accountId,
      },
      reason: "La organización avisó que su contacto de membresía dejó el cargo.",
    }),
  );
}
