// The words of the acta, in three languages. Not among the page's sentences: the acta is made where there are no pages.

export interface ActaWords {
  readonly title: string;
  readonly interim: string;
  readonly official: string;
  readonly test: string;
  readonly facts: string;
  readonly identifier: string;
  readonly rollOn: string;
  readonly rollRoot: string;
  readonly voting: string;
  readonly closed: string;
  readonly opened: string;
  readonly proclaimed: string;
  readonly by: string;
  readonly turnout: string;
  readonly organizations: string;
  readonly votes: string;
  readonly of: string;
  readonly result: string;
  readonly candidate: string;
  readonly share: string;
  readonly abstention: string;
  readonly total: string;
  readonly answers: readonly [string, string, string];
  readonly reasoning: string;
  readonly ties: string;
  readonly lot: string;
  readonly runoff: string;
  readonly claims: string;
  readonly noClaims: string;
  readonly claim: string;
  readonly states: Readonly<Record<string, string>>;
  readonly conformity: string;
  readonly noConformity: string;
  readonly conform: string;
  readonly dissent: string;
  readonly changes: string;
  readonly noChanges: string;
  readonly proof: string;
  readonly fingerprint: string;
  readonly lastEvent: string;
  readonly checkpoint: string;
  readonly evidence: string;
  readonly verify: string;
  readonly page: string;
}

export const actaWords: Readonly<Record<"es" | "en" | "pt", ActaWords>> = {
  es: {
    title: "Acta de la elección",
    interim: "Resultado provisorio: puede cambiar por reclamos.",
    official: "Resultado oficial.",
    test: "ELECCIÓN DE PRUEBA: no elige a nadie.",
    facts: "La elección",
    identifier: "Identificador",
    rollOn: "Padrón al",
    rollRoot: "Raíz del padrón (SHA-256)",
    voting: "Votación",
    closed: "Urna cerrada",
    opened: "Suma abierta",
    proclaimed: "Proclamado",
    by: "por",
    turnout: "Participación",
    organizations: "Organizaciones",
    votes: "Votos",
    of: "de",
    result: "Resultado",
    candidate: "Candidatura",
    share: "Porcentaje",
    abstention: "Abstención",
    total: "Total",
    answers: ["Sí", "No", "Abstención"],
    reasoning: "Razonamiento del recuento",
    ties: "Empates decididos",
    lot: "Sorteo",
    runoff: "Segunda vuelta",
    claims: "Reclamos y decisiones",
    noClaims: "No hubo reclamos.",
    claim: "Reclamo",
    states: {
      upheld: "aceptado",
      rejected: "rechazado",
      withdrawn: "retirado",
      filed: "presentado",
      "under-review": "en revisión",
    },
    conformity: "Conformidad de la Comisión",
    noConformity: "Todavía no firmó nadie.",
    conform: "Conforme",
    dissent: "No conforme",
    changes: "Cambios del padrón después de su fecha",
    noChanges: "Ninguno.",
    proof: "Pruebas",
    fingerprint: "Huella de la elección",
    lastEvent: "Último evento del archivo",
    checkpoint: "Punto de control del registro",
    evidence: "Pruebas firmadas (SHA-256)",
    verify:
      "Cómo verificar: descargue el paquete de auditoría de la página del resultado, compare su SHA-256 con el publicado y ejecute «election audit». Este documento se genera solo a partir de ese paquete.",
    page: "Página",
  },
  en: {
    title: "Minutes of the election",
    interim: "Interim result: claims may change it.",
    official: "Official result.",
    test: "TEST ELECTION: it elects nobody.",
    facts: "The election",
    identifier: "Identifier",
    rollOn: "Roll as of",
    rollRoot: "Root of the roll (SHA-256)",
    voting: "Voting",
    closed: "Box closed",
    opened: "Sum opened",
    proclaimed: "Proclaimed",
    by: "by",
    turnout: "Turnout",
    organizations: "Organisations",
    votes: "Votes",
    of: "of",
    result: "Result",
    candidate: "Candidate",
    share: "Share",
    abstention: "Abstention",
    total: "Total",
    answers: ["Yes", "No", "Abstention"],
    reasoning: "Reasoning of the count",
    ties: "Ties that were decided",
    lot: "Lot",
    runoff: "Runoff",
    claims: "Claims and decisions",
    noClaims: "There were no claims.",
    claim: "Claim",
    states: {
      upheld: "upheld",
      rejected: "rejected",
      withdrawn: "withdrawn",
      filed: "filed",
      "under-review": "under review",
    },
    conformity: "Conformity of the Commission",
    noConformity: "Nobody has signed yet.",
    conform: "Conforms",
    dissent: "Dissents",
    changes: "Changes of the roll after its date",
    noChanges: "None.",
    proof: "Proof",
    fingerprint: "Fingerprint of the election",
    lastEvent: "Last event of the archive",
    checkpoint: "Checkpoint of the log",
    evidence: "Evidence that was signed (SHA-256)",
    verify:
      "How to verify: download the audit bundle from the result's page, compare its SHA-256 with the published one, and run “election audit”. This document is made from that bundle alone.",
    page: "Page",
  },
  pt: {
    title: "Ata da eleição",
    interim: "Resultado provisório: reclamações podem mudá-lo.",
    official: "Resultado oficial.",
    test: "ELEIÇÃO DE TESTE: não elege ninguém.",
    facts: "A eleição",
    identifier: "Identificador",
    rollOn: "Lista de votantes em",
    rollRoot: "Raiz da lista (SHA-256)",
    voting: "Votação",
    closed: "Urna fechada",
    opened: "Soma aberta",
    proclaimed: "Proclamado",
    by: "por",
    turnout: "Participação",
    organizations: "Organizações",
    votes: "Votos",
    of: "de",
    result: "Resultado",
    candidate: "Candidatura",
    share: "Porcentagem",
    abstention: "Abstenção",
    total: "Total",
    answers: ["Sim", "Não", "Abstenção"],
    reasoning: "Raciocínio da contagem",
    ties: "Empates decididos",
    lot: "Sorteio",
    runoff: "Segundo turno",
    claims: "Reclamações e decisões",
    noClaims: "Não houve reclamações.",
    claim: "Reclamação",
    states: {
      upheld: "acolhida",
      rejected: "rejeitada",
      withdrawn: "retirada",
      filed: "apresentada",
      "under-review": "em análise",
    },
    conformity: "Conformidade da Comissão",
    noConformity: "Ninguém assinou ainda.",
    conform: "Conforme",
    dissent: "Diverge",
    changes: "Mudanças da lista depois da data",
    noChanges: "Nenhuma.",
    proof: "Provas",
    fingerprint: "Impressão digital da eleição",
    lastEvent: "Último evento do arquivo",
    checkpoint: "Ponto de controle do registro",
    evidence: "Provas assinadas (SHA-256)",
    verify:
      "Como verificar: baixe o pacote de auditoria na página do resultado, compare seu SHA-256 com o publicado e execute “election audit”. Este documento é feito somente a partir desse pacote.",
    page: "Página",
  },
};
