package dev.plumbline.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import javax.net.SocketFactory;

/**
 * Lets the driver speak through a Unix socket, by the sockets that the JDK has had since 16. The
 * driver makes it by name; nobody else does.
 */
public final class UnixSocketFactory extends SocketFactory {
  private final Path path;

  /**
   * A factory for one socket.
   *
   * @param path the socket file
   */
  public UnixSocketFactory(String path) {
    this.path = Path.of(path);
  }

  @Override
  public Socket createSocket() throws IOException {
    return new UnixSocket(path, SocketChannel.open(StandardProtocolFamily.UNIX));
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected();
  }

  private Socket connected() throws IOException {
    Socket socket = createSocket();
    socket.connect(UnixDomainSocketAddress.of(path));
    return socket;
  }

  /** A socket that is a file. What only TCP has, it takes and forgets. */
  private static final class UnixSocket extends Socket {
    private final Path path;
    private final SocketChannel channel;

    UnixSocket(Path path, SocketChannel channel) {
      this.path = path;
      this.channel = channel;
    }

    @Override
    public void connect(SocketAddress ignored) throws IOException {
      channel.connect(UnixDomainSocketAddress.of(path));
    }

    @Override
    public void connect(SocketAddress ignored, int timeout) throws IOException {
      connect(ignored);
    }

    @Override
    public InputStream getInputStream() {
      return Channels.newInputStream(channel);
    }

    @Override
    public OutputStream getOutputStream() {
      return Channels.newOutputStream(channel);
    }

    @Override
    public boolean isConnected() {
      return channel.isConnected();
    }

    @Override
    public boolean isClosed() {
      return !channel.isOpen();
    }

    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public void setKeepAlive(boolean on) {}

    @Override
    public void setSoTimeout(int timeout) {}

    @Override
    public int getSoTimeout() {
      return 0;
    }

    @Override
    public void setReceiveBufferSize(int size) {}

    @Override
    public void setSendBufferSize(int size) {}

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
