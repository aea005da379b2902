package dev.partyline.server.http;

import org.eclipse.jetty.io.Content;

/** A body whose first piece has been read already. */
final class Resumed implements Content.Source {

  private final Content.Source rest;
  private Content.Chunk first;

  Resumed(Content.Chunk first, Content.Source rest) {
    this.first = first;
    this.rest = rest;
  }

  @Override
  public long getLength() {
    return rest.getLength();
  }

  @Override
  public Content.Chunk read() {
    if (first == null) {
      return rest.read();
    }
    Content.Chunk chunk = first;
    first = null;
    return chunk;
  }

  @Override
  public void demand(Runnable demandCallback) {
    if (first == null) {
      rest.demand(demandCallback);
    } else {
      demandCallback.run();
    }
  }

  @Override
  public void fail(Throwable failure) {
    if (first != null) {
      first.release();
      first = null;
    }
    rest.fail(failure);
  }
}
