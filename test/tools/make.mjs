// Makes what is missing or old: node test/tools/make.mjs SCRIPT MADE [SOURCES]
import { make, orSayWhy } from '../../demo/tools/prepare.mjs';

const [script, made, ...sources] = process.argv.slice(2);

await orSayWhy(async () => make(script, made, ...(sources.length > 0 ? [sources] : [])));
