package dev.plumbline.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Stands before a real server and hands on what both sides say, changed if need be. */
final class Relay implements AutoCloseable {
  private static final int BUFFER_SIZE = 1 << 16;

  private final ServerSocketChannel listener;
  private final SocketAddress server;
  private final UnaryOperator<String> answers;

  private Relay(ServerSocketChannel listener, SocketAddress server, UnaryOperator<String> answers) {
    this.listener = listener;
    this.server = server;
    this.answers = answers;
    Thread.ofVirtual().start(this::serve);
  }

  /** A Unix socket that leads to a server. */
  static Relay onSocket(Path socket, String url) throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listener.bind(UnixDomainSocketAddress.of(socket));
    return new Relay(listener, address(url), UnaryOperator.identity());
  }

  /** A port that leads to a server whose answers are changed; their length must stay. */
  static Relay onPort(String url, UnaryOperator<String> answers) throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return new Relay(listener, address(url), answers);
  }

  /** The folder of the socket. */
  String folder() throws IOException {
    var address = (UnixDomainSocketAddress) listener.getLocalAddress();
    return String.valueOf(address.getPath().getParent());
  }

  int port() throws IOException {
    return ((InetSocketAddress) listener.getLocalAddress()).getPort();
  }

  private static SocketAddress address(String url) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), URI.create(url).getPort());
  }

  private void serve() {
    try {
      while (true) {
        SocketChannel client = listener.accept();
        SocketChannel upstream = SocketChannel.open(server);
        Thread.ofVirtual().start(() -> copy(client, upstream, UnaryOperator.identity()));
        Thread.ofVirtual().start(() -> copy(upstream, client, answers));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private static void copy(ByteChannel from, ByteChannel to, UnaryOperator<String> change) {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);
    try (from;
        to) {
      while (from.read(buffer) >= 0) {
        buffer.flip();
        String text = StandardCharsets.ISO_8859_1.decode(buffer).toString();
        ByteBuffer changed = StandardCharsets.ISO_8859_1.encode(change.apply(text));
        while (changed.hasRemaining()) {
          to.write(changed);
        }
        buffer.clear();
      }
    } catch (IOException e) {
      // One side has hung up, and so does the other one now.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
