/**
 * The baseline of `save-answer`: a bare Node server that parses the same body and does one durable prepared upsert. What it
 * costs is what nobody who uses Node, HTTP and SQLite can avoid.
 */
import http from 'node:http';
import Database from 'better-sqlite3';

const db = new Database(process.argv[2]);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec(
  'CREATE TABLE IF NOT EXISTS answer (attempt TEXT, slot INTEGER, response TEXT, sequence INTEGER, PRIMARY KEY (attempt, slot))',
);
const upsert = db.prepare(
  'INSERT INTO answer VALUES (?, ?, ?, ?) ON CONFLICT (attempt, slot) DO UPDATE SET response = excluded.response, sequence = excluded.sequence',
);
const server = http.createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const { slot, sequence, response: given } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    upsert.run(request.url.split('/')[2], slot, JSON.stringify(given), sequence);
    const text = JSON.stringify({ outcome: 'kept', sequence });
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) });
    response.end(text);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
