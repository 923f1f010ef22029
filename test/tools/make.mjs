// Makes what is missing or older than the sources of the library: node test/tools/make.mjs SCRIPT MADE
import { make, orSayWhy } from '../../demo/tools/prepare.mjs';

const [script, made] = process.argv.slice(2);

await orSayWhy(async () => make(script, made));
