import { describe, expect, it } from 'vitest';
import { rewriteCommandLines } from '../../../src/engine/redaction/command-lines.js';
import { json, redacted } from '../../support/redacted-text.js';

const PASSWORD = 'Blue-Horse7';

describe('a command', () => {
  it.each([
    `mysql -u root -p${PASSWORD} db`,
    `mysqldump --single-transaction -h db -p${PASSWORD} shop`,
    `mariadb -p${PASSWORD}`,
    `tool --password=${PASSWORD}`,
    `tool --password ${PASSWORD} --verbose`,
    `tool --password='${PASSWORD}'`,
    `psql --db-password "${PASSWORD}"`,
    `wget --http-password=${PASSWORD} https://a.test`,
    `keytool -storepass x -keypass y -password ${PASSWORD}`,
    `curl -u ada:${PASSWORD} https://a.test`,
    `sshpass -p ${PASSWORD} ssh ada@a.test`,
    `sshpass -p '${PASSWORD}' ssh ada@a.test`,
    `redis-cli -h cache -a ${PASSWORD} ping`,
    `docker login -u ada -p ${PASSWORD} registry.test`,
    `az login -u ada -p ${PASSWORD}`,
    `mongosh -u ada -p ${PASSWORD}`,
    `sqlcmd -S db -U sa -P ${PASSWORD}`,
    `ldapsearch -x -D cn=admin -w ${PASSWORD} uid=ada`,
    `7z x -p${PASSWORD} a.7z`,
    `unzip -P ${PASSWORD} a.zip`,
    `smbclient -U ada%${PASSWORD} //nas/x`,
    `htpasswd -bc .htpasswd ada ${PASSWORD}`,
    `openssl pkcs12 -in a.p12 -passin pass:${PASSWORD}`,
    `ada:${PASSWORD}@tcp(db:3306)/shop?parseTime=true`,
    `jdbc:oracle:thin:ada/${PASSWORD}@//db:1521/x`,
  ])('loses its password and nothing else: %s', (line) => {
    const expected = line.replace(PASSWORD, '§');
    expect(rewriteCommandLines(line, () => '§')).toBe(expected);
    expect(redacted({ answered: `ran ${line}\n` })).not.toContain(PASSWORD);
    const told = { mime: json, answered: JSON.stringify({ log: [line] }) };
    expect(redacted(told)).not.toContain(PASSWORD);
  });

  it.each([
    'docker run -p 8080:80 web',
    'docker login registry.test',
    'docker compose -p shop up',
    'mysql -u root -p db',
    'mysql -P 3306 -h db',
    'mongosh --port 27017',
    'mkdir -p /srv/data',
    'ssh -p 2222 ada@a.test',
    'tool --password <password>',
    'tool --password $PASSWORD',
    'tool --password PASSWORD',
    'tool --password --verbose',
    'tool --token-file a.txt',
    'cp -a /srv/data /backup',
    'tar -xzf a.tgz',
    'we met at noon - password in hand',
    'git push -u origin main',
    'ada@a.test:22 and b:80',
  ])('without one stays as it is: %s', (line) => {
    expect(rewriteCommandLines(line, () => '§')).toBe(line);
  });
});
