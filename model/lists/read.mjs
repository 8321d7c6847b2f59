// Prints the names that the lexicon of compromise holds, by kind, as JSON. `cargo xtask lists` calls it in the folder
// where compromise and efrt are installed; everything is in small letters there.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const folder = process.argv[2];
const path = createRequire(join(folder, 'x.js')).resolve('compromise/three');
const { default: nlp } = await import(pathToFileURL(path));
const KINDS = { Organization: 'org', SportsTeam: 'org', MaleName: 'given', FemaleName: 'given', LastName: 'surname' };
const found = {};
for (const [word, tags] of Object.entries(nlp.model().one.lexicon)) {
  const kind = [tags].flat().map((tag) => KINDS[tag]).find(Boolean);
  if (kind && ![tags].flat().includes('Abbreviation')) (found[kind] ??= []).push(word);
}
process.stdout.write(JSON.stringify(found));
