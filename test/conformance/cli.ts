import { main } from './verify';

await main(process.argv.slice(2), process.env);
