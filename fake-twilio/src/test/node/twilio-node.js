// The vendor's Node SDK against a Partyline that runs: what the Java SDK forgives in a list, this
// one does not (a page must be exactly 200, the records are the first array).
//
//   npm install --prefix DIR twilio
//   NODE_PATH=DIR/node_modules PARTYLINE_URL=http://127.0.0.1:PORT \
//     TWILIO_ACCOUNT_SID=AC… TWILIO_AUTH_TOKEN=… node twilio-node.js
//
// Without PARTYLINE_URL the requests go to api.twilio.com, which is right only behind Partyline's
// proxy (HTTP_PROXY and NODE_EXTRA_CA_CERTS set): the script refuses to run without either.
"use strict";

const assert = require("assert");
const twilio = require("twilio");

const door = process.env.PARTYLINE_URL;
if (!door && !process.env.HTTP_PROXY) {
  console.error("set PARTYLINE_URL, or HTTP_PROXY to Partyline's proxy: nothing was sent");
  process.exit(2);
}

class DoorClient extends twilio.RequestClient {
  request(options) {
    return super.request({ ...options, uri: options.uri.replace(/^https:\/\/[^/]+/, door) });
  }
}

const client = twilio(
  process.env.TWILIO_ACCOUNT_SID,
  process.env.TWILIO_AUTH_TOKEN,
  door ? { httpClient: new DoorClient() } : {}
);
const to = process.env.TO || "+819000000001";
const from = process.env.FROM || "+81345678900";
const twiml = '<Response><Pause length="300"/></Response>';

async function refused(promise, status, code) {
  const error = await promise.then(() => assert.fail("was not refused"), (reason) => reason);
  assert.deepStrictEqual([error.status, error.code], [status, code], error.message);
}

async function main() {
  const made = [];
  for (let i = 0; i < 5; i++) {
    made.push((await client.calls.create({ to, from, twiml })).sid);
  }
  const call = await client.calls(made[0]).fetch();
  assert.ok(call.dateCreated instanceof Date && !isNaN(call.dateCreated), "date_created");
  const listed = (await client.calls.list({ pageSize: 2 })).map((one) => one.sid);
  assert.deepStrictEqual(listed.slice().sort(), made.slice().sort());
  assert.strictEqual((await client.calls.list({ limit: 3 })).length, 3);
  await refused(client.calls.create({ to: "", from, twiml }), 400, 21201);
  await refused(client.calls("CA" + "0".repeat(28) + "dead").fetch(), 404, 20404);

  const guest = await client.conferences("Sales 営業").participants.create({ to, from, label: "a" });
  const room = await client.conferences(guest.conferenceSid).fetch();
  assert.strictEqual(room.friendlyName, "Sales 営業");
  assert.strictEqual((await room.participants().list()).length, 1);
  assert.strictEqual(await client.conferences(room.sid).participants("a").remove(), true);

  assert.strictEqual((await client.incomingPhoneNumbers.list()).length, 1);
  const app = await client.applications.create({ friendlyName: "desk" });
  assert.strictEqual((await client.applications(app.sid).update({ voiceMethod: "GET" })).voiceMethod, "GET");
  assert.strictEqual(await client.applications(app.sid).remove(), true);
  assert.strictEqual((await client.api.v2010.accounts.list()).length, 1);
  console.log("twilio-node is content");
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
