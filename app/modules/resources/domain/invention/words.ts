// Words for invented people and organisations. Common names of the region; any likeness to real ones is chance.
import type { Language } from "#app/platform/language/languages.ts";

function list(text: string): readonly string[] {
  return text.split(" ");
}

export const firstNames: Readonly<Record<Language, readonly string[]>> = {
  es: list(
    "Ana María Lucía Sofía Valentina Camila Gabriela Daniela Paula Carolina Mariana Julia Elena Rosa Teresa Patricia Silvia Verónica Claudia Mónica " +
      "José Luis Carlos Juan Miguel Jorge Pedro Andrés Diego Fernando Ricardo Alejandro Martín Pablo Rafael Óscar Hugo Raúl Sergio Iván",
  ),
  pt: list(
    "Ana Maria Juliana Fernanda Camila Beatriz Larissa Letícia Mariana Patrícia Aline Bruna Cláudia Débora Luciana Renata Sílvia Tatiane Vanessa Helena " +
      "João José Carlos Paulo Pedro Lucas Marcos Rafael Bruno Thiago André Felipe Gustavo Leandro Rodrigo Fábio Márcio Sérgio Vinícius Otávio",
  ),
  en: list(
    "Alicia Camille Denise Faith Grace Joan Keisha Marcia Natalie Simone Andre Brian Curtis Derek Errol Gavin Jerome Kevin Nigel Winston",
  ),
};

export const surnames: Readonly<Record<Language, readonly string[]>> = {
  es: list(
    "García Rodríguez Martínez Hernández López González Pérez Sánchez Ramírez Torres Flores Rivera Gómez Díaz Reyes Morales Cruz Ortiz Gutiérrez Chávez " +
      "Ramos Ruiz Mendoza Álvarez Castillo Romero Herrera Medina Aguilar Vargas Castro Paz Méndez Guzmán Salazar Rojas Silva Núñez Acosta Benítez",
  ),
  pt: list(
    "Silva Santos Oliveira Souza Rodrigues Ferreira Alves Pereira Lima Gomes Costa Ribeiro Martins Carvalho Almeida Lopes Soares Fernandes Vieira Barbosa " +
      "Rocha Dias Nascimento Andrade Moreira Nunes Marques Machado Mendes Freitas Cardoso Ramos Teixeira Araújo Cavalcanti Moura Pinto Castro Campos Duarte",
  ),
  en: list(
    "Alexander Baptiste Campbell Charles Clarke Daniel Edwards Francis George Grant Henry James Joseph King Lewis Mohammed Persaud Phillip Ramdin Williams",
  ),
};

export const places: Readonly<Record<Language, readonly string[]>> = {
  es: list(
    "Andina Austral Cordillera Pampa Costa Sierra Valle Norte Sur Oriente Occidente Central Litoral Caribe Pacífico Atlántica Altiplano Chaco Bahía Laguna " +
      "Llanos Frontera Meseta Delta Esperanza Libertad Unión Victoria Aurora Colina",
  ),
  pt: list(
    "Serrana Litoral Planalto Sertão Cerrado Pantanal Nordeste Sudeste Norte Sul Central Amazônia Vale Horizonte Aurora Paraíso Progresso Esperança União Vitória " +
      "Colina Ribeira Baía Lagoa Campina Primavera Alvorada Cachoeira Mirante Bela",
  ),
  en: list("Caribbean Island Harbour Coral Savannah Highland Bayside Lagoon Windward Leeward Sunrise Palm"),
};

/** "#" is the place. */
export const organizationForms: Readonly<Record<Language, readonly string[]>> = {
  es: [
    "Telecomunicaciones # S.A.",
    "# Internet S.R.L.",
    "Red # S.A.",
    "Cooperativa de Servicios #",
    "Universidad de la #",
    "# Fibra S.A. de C.V.",
    "Cable # Ltda.",
    "Banco #",
    "# Datos y Voz S.A.S.",
    "Servicios Digitales #",
  ],
  pt: [
    "# Telecom Ltda",
    "# Fibra Internet Ltda",
    "Provedor # ME",
    "Rede # de Telecomunicações S.A.",
    "# Net Serviços de Internet Ltda",
    "Conexão # EIRELI",
    "# Soluções em Tecnologia Ltda",
    "Universidade da #",
    "Link # Telecom",
    "Cooperativa #",
  ],
  en: [
    "# Telecom Ltd",
    "# Networks Ltd",
    "# Cable & Broadband",
    "# Internet Services",
    "University of the #",
    "# Data Ltd",
  ],
};
