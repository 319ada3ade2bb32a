/**
 * Words of everyday English and of every program, which tell nothing about an error however rarely the knowledge
 * uses them. Without this list, "see … for details" would be as telling as "redirect URI mismatch".
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `a about above after again all already also always am an and another any anybody anyone anything are around as at
  away back be because been before being below best better between both but by call called came can case change come
  could day did do does doing done down each either else enough even ever every everyone everything exactly example
  few find fine first following for from full further gave get getting give given go goes going gone good got had
  happen happened happening has have having he hello help her here hers hi him his hope how however i if in instead
  into is it its itself just keep kept know known last later least left less let like likely line little log long
  look looks lot made make making many may maybe me mean means might mine more most much must my myself near need
  never new next no nobody none nor not nothing now of off often ok old on once one only onto or other our out over
  own part people per perhaps please point problem put quite rather read really right run running said same saw say
  see seem seems seen several shall she should show shown side since so some somebody someone something sometime
  soon still such sure take taken tell than thank that the their them then there these they thing think this those
  though three through thus time to today together told too took toward tried try trying turn two under until up
  upon us use used using very want wanted was way we week well went were what when where whether which while who
  whom whose why will with within without work worked working works would yes yesterday yet you your yours
  d ll m re s t ve e g ie eg etc via detail details information info`
    .split(/\s+/)
    .filter(Boolean),
);
