package dev.partyline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.base.ResourceSet;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.sync.v1.Service;
import com.twilio.rest.sync.v1.service.Document;
import com.twilio.rest.sync.v1.service.SyncList;
import com.twilio.rest.sync.v1.service.SyncMap;
import com.twilio.rest.sync.v1.service.SyncStream;
import com.twilio.rest.sync.v1.service.document.DocumentPermission;
import com.twilio.rest.sync.v1.service.synclist.SyncListItem;
import com.twilio.rest.sync.v1.service.synclist.SyncListPermission;
import com.twilio.rest.sync.v1.service.syncmap.SyncMapItem;
import com.twilio.rest.sync.v1.service.syncmap.SyncMapPermission;
import com.twilio.rest.sync.v1.service.syncstream.StreamMessage;
import dev.partyline.server.DoorSettings;
import dev.partyline.server.Doors;
import dev.partyline.server.LivePlatform;
import dev.partyline.server.LiveSettings;
import dev.partyline.world.Account;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vendor's Java SDK over a real socket: each operation of Sync, and what it makes of it. */
class SyncSdkTest {

  private static final String OWN = "default";
  private static final Map<String, Object> DATA = Map.of("conference", "CF1");

  private LivePlatform platform;
  private Doors door;
  private LoopbackClient http;
  private TwilioRestClient client;

  @BeforeEach
  void open() {
    platform = LivePlatform.start(LiveSettings.standard());
    platform.clock().freeze();
    door = Doors.open(Doors.api(platform), DoorSettings.plain(), routes -> {});
    http = new LoopbackClient(door.port());
    client = new TwilioRestClient.Builder(Account.SID, Account.TOKEN).httpClient(http).build();
  }

  @AfterEach
  void close() {
    door.close();
    platform.close();
  }

  private static int size(ResourceSet<?> set) {
    int[] size = new int[1];
    set.forEach(one -> size[0]++);
    return size[0];
  }

  @Test
  void every_operation_of_sync_comes_back_as_the_sdk_expects_it() {
    services();
    documents();
    lists();
    maps();
    streams();
    TreeSet<String> asked = new TreeSet<>();
    http.seen()
        .forEach(seen -> asked.add(VendorDocuments.sync().find(seen.method(), seen.path()).id()));
    TreeSet<String> all = new TreeSet<>();
    VendorDocuments.sync().operations().forEach(operation -> all.add(operation.id()));
    assertEquals(all, asked);
  }

  private void services() {
    Service made = Service.creator().setFriendlyName("desk").create(client);
    assertEquals("desk", Service.fetcher(made.getSid()).fetch(client).getFriendlyName());
    assertEquals(
        true, Service.updater(made.getSid()).setAclEnabled(true).update(client).getAclEnabled());
    assertEquals(2, size(Service.reader().read(client)));
    assertNotNull(made.getDateCreated());
    assertTrue(Service.deleter(made.getSid()).delete(client));
  }

  private void documents() {
    Document made = Document.creator(OWN).setUniqueName("d").setData(DATA).create(client);
    assertEquals(DATA, made.getData());
    assertEquals("0", made.getRevision());
    Document changed =
        Document.updater(OWN, "d").setData(Map.of()).setTtl(60).setIfMatch("0").update(client);
    assertEquals("1", changed.getRevision());
    assertNotNull(changed.getDateExpires());
    ApiException stale =
        assertThrows(
            ApiException.class,
            () -> Document.updater(OWN, "d").setData(DATA).setIfMatch("0").update(client));
    assertEquals(412, stale.getStatusCode());
    assertEquals(54103, stale.getCode());
    assertEquals(made.getSid(), Document.fetcher(OWN, "d").fetch(client).getSid());
    assertEquals(1, size(Document.reader(OWN).read(client)));
    DocumentPermission.updater(OWN, "d", "bob", true, false, false).update(client);
    assertTrue(DocumentPermission.fetcher(OWN, "d", "bob").fetch(client).getRead());
    assertEquals(1, size(DocumentPermission.reader(OWN, "d").read(client)));
    assertTrue(DocumentPermission.deleter(OWN, "d", "bob").delete(client));
    assertTrue(Document.deleter(OWN, "d").delete(client));
  }

  private void lists() {
    SyncList.creator(OWN).setUniqueName("l").create(client);
    assertEquals("0", SyncList.fetcher(OWN, "l").fetch(client).getRevision());
    assertNotNull(SyncList.updater(OWN, "l").setTtl(60).update(client).getDateExpires());
    assertEquals(1, size(SyncList.reader(OWN).read(client)));
    for (int i = 0; i < 60; i++) {
      assertEquals(i, SyncListItem.creator(OWN, "l", DATA).create(client).getIndex());
    }
    assertEquals(60, size(SyncListItem.reader(OWN, "l").read(client)));
    assertEquals(DATA, SyncListItem.fetcher(OWN, "l", 7).fetch(client).getData());
    assertEquals(
        "1",
        SyncListItem.updater(OWN, "l", 7)
            .setData(Map.of())
            .setIfMatch("0")
            .update(client)
            .getRevision());
    assertTrue(SyncListItem.deleter(OWN, "l", 7).setIfMatch("1").delete(client));
    SyncListPermission.updater(OWN, "l", "bob", true, false, false).update(client);
    assertTrue(SyncListPermission.fetcher(OWN, "l", "bob").fetch(client).getRead());
    assertEquals(1, size(SyncListPermission.reader(OWN, "l").read(client)));
    assertTrue(SyncListPermission.deleter(OWN, "l", "bob").delete(client));
    assertTrue(SyncList.deleter(OWN, "l").delete(client));
  }

  private void maps() {
    SyncMap.creator(OWN).setUniqueName("m").create(client);
    assertEquals("m", SyncMap.fetcher(OWN, "m").fetch(client).getUniqueName());
    assertNotNull(SyncMap.updater(OWN, "m").setCollectionTtl(60).update(client).getDateExpires());
    assertEquals(1, size(SyncMap.reader(OWN).read(client)));
    assertEquals("a b", SyncMapItem.creator(OWN, "m", "a b", DATA).create(client).getKey());
    ApiException taken =
        assertThrows(
            ApiException.class, () -> SyncMapItem.creator(OWN, "m", "a b", DATA).create(client));
    assertEquals(54208, taken.getCode());
    assertEquals(1, size(SyncMapItem.reader(OWN, "m").read(client)));
    SyncMapItem.creator(OWN, "m", "k", DATA).create(client);
    assertEquals(DATA, SyncMapItem.fetcher(OWN, "m", "k").fetch(client).getData());
    assertEquals(
        "1", SyncMapItem.updater(OWN, "m", "k").setItemTtl(60).update(client).getRevision());
    assertTrue(SyncMapItem.deleter(OWN, "m", "k").delete(client));
    SyncMapPermission.updater(OWN, "m", "bob", true, false, false).update(client);
    assertTrue(SyncMapPermission.fetcher(OWN, "m", "bob").fetch(client).getRead());
    assertEquals(1, size(SyncMapPermission.reader(OWN, "m").read(client)));
    assertTrue(SyncMapPermission.deleter(OWN, "m", "bob").delete(client));
    assertTrue(SyncMap.deleter(OWN, "m").delete(client));
  }

  private void streams() {
    SyncStream.creator(OWN).setUniqueName("s").create(client);
    assertEquals("s", SyncStream.fetcher(OWN, "s").fetch(client).getUniqueName());
    assertNotNull(SyncStream.updater(OWN, "s").setTtl(60).update(client).getDateExpires());
    assertEquals(1, size(SyncStream.reader(OWN).read(client)));
    assertEquals(DATA, StreamMessage.creator(OWN, "s", DATA).create(client).getData());
    assertTrue(SyncStream.deleter(OWN, "s").delete(client));
  }
}
