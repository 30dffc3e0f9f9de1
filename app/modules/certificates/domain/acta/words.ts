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
  /** By hand before witnesses. */
  readonly lot: string;
  readonly lotByValue: string;
  readonly drawAnnounced: string;
  readonly value: string;
  readonly runoff: string;
  readonly claims: string;
  readonly noClaims: string;
  readonly claim: string;
  readonly states: Readonly<Record<string, string>>;
  readonly disputes: string;
  readonly noDisputes: string;
  readonly mandate: string;
  readonly ballot: string;
  readonly disputeStates: Readonly<Record<"open" | "kept" | "excluded", string>>;
  /** With {contest}, {swing} and {margin}. */
  readonly couldChange: string;
  readonly couldNotChange: string;
  readonly nobodyElse: string;
  readonly rollSigned: string;
  readonly rollNotSigned: string;
  readonly conformity: string;
  readonly absent: string;
  readonly silent: string;
  readonly conform: string;
  readonly dissent: string;
  readonly changes: string;
  readonly noChanges: string;
  readonly proof: string;
  readonly fingerprint: string;
  readonly lastEvent: string;
  readonly checkpoint: string;
  readonly laterCheckpoint: string;
  readonly notAnchored: string;
  readonly witnesses: string;
  readonly noWitnesses: string;
  readonly logKey: string;
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
    lot: "Sorteo a mano ante testigos, que nadie puede repetir",
    lotByValue: "Sorteo por un valor público, que cualquiera puede repetir",
    drawAnnounced: "Sorteo anunciado",
    value: "valor",
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
    disputes: "Mandatos y papeletas en disputa",
    noDisputes: "Nada estuvo en disputa.",
    mandate: "Mandato",
    ballot: "Papeleta",
    disputeStates: { open: "sin decidir", kept: "cuenta", excluded: "fuera del recuento" },
    couldChange:
      "{contest}: lo disputado pudo mover hasta {swing} votos y la menor diferencia decisiva es de {margin}: pudo cambiar quién resulta electo.",
    couldNotChange:
      "{contest}: lo disputado pudo mover hasta {swing} votos y la menor diferencia decisiva es de {margin}: no pudo cambiar quién resulta electo.",
    nobodyElse: "{contest}: nadie más podía resultar electo.",
    rollSigned: "Firmas del padrón final",
    rollNotSigned: "Elección sin convocatoria: el padrón no necesitaba firmas.",
    conformity: "Conformidad de la Comisión",
    absent: "no firmó; ausencia registrada",
    silent: "todavía no firmó",
    conform: "Conforme",
    dissent: "No conforme",
    changes: "Cambios del padrón después de su fecha",
    noChanges: "Ninguno.",
    proof: "Pruebas",
    fingerprint: "Huella de la elección",
    lastEvent: "Último evento del archivo",
    checkpoint: "Punto de control de la bitácora",
    laterCheckpoint: "Punto de control que cubre la proclamación",
    notAnchored: "Ningún punto de control firmado la cubre todavía.",
    witnesses: "Testigos que lo cofirmaron",
    noWitnesses: "Ninguno",
    logKey: "Clave de la bitácora, según el paquete",
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
    lot: "Lot drawn by hand before witnesses, which nobody can repeat",
    lotByValue: "Lot by a public value, which anybody can repeat",
    drawAnnounced: "Announced draw",
    value: "value",
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
    disputes: "Disputed mandates and ballots",
    noDisputes: "Nothing was disputed.",
    mandate: "Mandate",
    ballot: "Ballot",
    disputeStates: { open: "not decided", kept: "counts", excluded: "left out of the count" },
    couldChange:
      "{contest}: what was disputed could move up to {swing} votes, and the smallest decisive difference is {margin}: it could change who is elected.",
    couldNotChange:
      "{contest}: what was disputed could move up to {swing} votes, and the smallest decisive difference is {margin}: it could not change who is elected.",
    nobodyElse: "{contest}: nobody else could have been elected.",
    rollSigned: "Signatures of the final roll",
    rollNotSigned: "An election without a call: its roll needed no signatures.",
    conformity: "Conformity of the Commission",
    absent: "has not signed; recorded as absent",
    silent: "has not signed yet",
    conform: "Conforms",
    dissent: "Dissents",
    changes: "Changes of the roll after its date",
    noChanges: "None.",
    proof: "Proof",
    fingerprint: "Fingerprint of the election",
    lastEvent: "Last event of the archive",
    checkpoint: "Checkpoint of the log",
    laterCheckpoint: "Checkpoint that covers the proclamation",
    notAnchored: "No signed checkpoint covers it yet.",
    witnesses: "Witnesses that cosigned it",
    noWitnesses: "None",
    logKey: "Key of the log, as the bundle has it",
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
    lot: "Sorteio manual diante de testemunhas, que ninguém pode repetir",
    lotByValue: "Sorteio por um valor público, que qualquer pessoa pode repetir",
    drawAnnounced: "Sorteio anunciado",
    value: "valor",
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
    disputes: "Mandatos e cédulas em disputa",
    noDisputes: "Nada esteve em disputa.",
    mandate: "Mandato",
    ballot: "Cédula",
    disputeStates: { open: "sem decisão", kept: "é contado", excluded: "fora da apuração" },
    couldChange:
      "{contest}: o que foi disputado podia mover até {swing} votos, e a menor diferença decisiva é de {margin}: podia mudar quem é eleito.",
    couldNotChange:
      "{contest}: o que foi disputado podia mover até {swing} votos, e a menor diferença decisiva é de {margin}: não podia mudar quem é eleito.",
    nobodyElse: "{contest}: ninguém mais podia ser eleito.",
    rollSigned: "Assinaturas do cadastro final",
    rollNotSigned: "Eleição sem convocação: o cadastro não precisava de assinaturas.",
    conformity: "Conformidade da Comissão",
    absent: "não assinou; ausência registrada",
    silent: "ainda não assinou",
    conform: "Conforme",
    dissent: "Diverge",
    changes: "Mudanças da lista depois da data",
    noChanges: "Nenhuma.",
    proof: "Provas",
    fingerprint: "Impressão digital da eleição",
    lastEvent: "Último evento do arquivo",
    checkpoint: "Ponto de controle do registro",
    laterCheckpoint: "Ponto de controle que cobre a proclamação",
    notAnchored: "Nenhum ponto de controle assinado a cobre ainda.",
    witnesses: "Testemunhas que o coassinaram",
    noWitnesses: "Nenhuma",
    logKey: "Chave do registro, conforme o pacote",
    evidence: "Provas assinadas (SHA-256)",
    verify:
      "Como verificar: baixe o pacote de auditoria na página do resultado, compare seu SHA-256 com o publicado e execute “election audit”. Este documento é feito somente a partir desse pacote.",
    page: "Página",
  },
};
