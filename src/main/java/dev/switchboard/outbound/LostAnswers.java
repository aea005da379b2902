package dev.switchboard.outbound;

import dev.switchboard.outbound.CallControl.Reason;
import dev.switchboard.outbound.CallControl.Refused;
import java.lang.reflect.Proxy;

/**
 * Stands in for the platform when a command was begun by a process that died: whether it happened
 * is not known, which is just what a lost answer says. So no command needs a recovery of its own.
 */
final class LostAnswers {

  static final CallControl INSTEAD_OF_CALLS =
      (CallControl)
          Proxy.newProxyInstance(
              CallControl.class.getClassLoader(),
              new Class<?>[] {CallControl.class},
              (proxy, method, arguments) -> {
                throw new Refused(
                    Reason.UNCLEAR,
                    method.getName() + " was begun by an instance that is not heard of since",
                    null);
              });

  static final Routing INSTEAD_OF_ROUTING =
      chore -> {
        throw new Refused(
            Reason.UNCLEAR,
            chore.chore() + " was begun by an instance that is not heard of since",
            null);
      };

  private LostAnswers() {}
}
