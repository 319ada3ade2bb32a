import { afterAll, beforeAll, describe } from '@jest/globals';
import { postgresServer, sqliteFiles } from './databases.ts';
import { testCases } from './suites/cases.ts';
import { testCrashes } from './suites/crashes.ts';
import { testForgetting } from './suites/forgetting.ts';
import { testPostgresAway } from './suites/postgresAway.ts';
import { testSqliteAway } from './suites/sqliteAway.ts';
import { testTwoInstances } from './suites/twoInstances.ts';

// One file, so that the server is started once for all of them.
const sqlite = sqliteFiles();
const postgres = postgresServer();

describe.each([sqlite, postgres])('on $name', (database) => {
  beforeAll(database.start);
  afterAll(database.stop);

  testCases(database);
  testForgetting(database);
  testTwoInstances(database);
  testCrashes(database);
  if (database === sqlite) testSqliteAway(sqlite);
  if (database === postgres) testPostgresAway(postgres);
});
