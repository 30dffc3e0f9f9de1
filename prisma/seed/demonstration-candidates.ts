// The invented people who stand in the demonstration's open election.

export const candidates = [
  {
    name: "Ana Lucía Benítez",
    country: "PY",
    biography: {
      es: "Ingeniera de redes; dirige un punto de intercambio desde 2015.",
      en: "Network engineer; has run an exchange point since 2015.",
      pt: "Engenheira de redes; dirige um ponto de troca de tráfego desde 2015.",
    },
  },
  {
    name: "Bruno Carvalho",
    country: "BR",
    biography: {
      es: "Fundador de un proveedor regional; promotor de IPv6 en zonas rurales.",
      en: "Founder of a regional provider; promotes IPv6 in rural areas.",
      pt: "Fundador de um provedor regional; promotor do IPv6 em áreas rurais.",
    },
  },
  {
    name: "Carmen Domínguez",
    country: "GT",
    biography: {
      es: "Abogada especializada en telecomunicaciones y asociaciones civiles.",
      en: "Lawyer for telecommunications and civil associations.",
      pt: "Advogada especializada em telecomunicações e associações civis.",
    },
  },
  {
    name: "Diego Espinal",
    country: "HN",
    biography: {
      es: "Profesor universitario; coordina la red académica de su país.",
      en: "University professor; coordinates his country's academic network.",
      pt: "Professor universitário; coordena a rede acadêmica do seu país.",
    },
  },
  {
    name: "Elaine Joseph",
    country: "TT",
    biography: {
      es: "Responsable de respuesta a incidentes en el Caribe oriental.",
      en: "Leads incident response in the eastern Caribbean.",
      pt: "Responsável por resposta a incidentes no Caribe oriental.",
    },
  },
  {
    name: "Fabio Guerra",
    country: "CL",
    biography: {
      es: "Economista; tesorero de una cámara de empresas de Internet.",
      en: "Economist; treasurer of a chamber of Internet companies.",
      pt: "Economista; tesoureiro de uma câmara de empresas de Internet.",
    },
  },
];
