// Who is named wherever names from a file of AS names are shown, unless the importer says otherwise.
// Source: the terms of the npm package @ip-location-db/asn, from which such files are commonly made (CC BY 4.0).
export const defaultNamesAttribution =
  "RouteViews, DB-IP, NRO (CC BY 4.0, https://creativecommons.org/licenses/by/4.0/)";
