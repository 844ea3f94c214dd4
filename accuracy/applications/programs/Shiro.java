// A servlet site below Apache Shiro's filter, configured as in its "10 minute tutorial on web": authc, user, logout.

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import javax.servlet.DispatcherType;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.shiro.SecurityUtils;
import org.apache.shiro.config.Ini;
import org.apache.shiro.web.env.IniWebEnvironment;
import org.apache.shiro.web.env.EnvironmentLoader;
import org.apache.shiro.web.servlet.ShiroFilter;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

public class Shiro extends HttpServlet {
  private static final List<String> WINES = new ArrayList<>();

  public static void main(String[] args) throws Exception {
    var port = Integer.parseInt(System.getenv("PORT"));
    var server = new Server(new java.net.InetSocketAddress("127.0.0.1", port));
    var context = new ServletContextHandler(ServletContextHandler.SESSIONS);
    context.setContextPath("/");
    context.setResourceBase(".");
    var environment = new IniWebEnvironment();
    var ini = new Ini();
    ini.load(String.join("\n",
        "[main]",
        "sessionManager = org.apache.shiro.web.session.mgt.DefaultWebSessionManager",
        "securityManager.sessionManager = $sessionManager",
        "authc.loginUrl = /login",
        "authc.successUrl = /wines",
        "user.loginUrl = /login",
        "[users]",
        System.getenv("USER_NAME") + " = " + System.getenv("USER_PASSWORD"),
        "[urls]",
        "/login = authc",
        "/logout = logout",
        "/wines/** = user"));
    environment.setIni(ini);
    environment.setServletContext(context.getServletContext());
    environment.init();
    context.getServletContext().setAttribute(EnvironmentLoader.ENVIRONMENT_ATTRIBUTE_KEY, environment);
    context.addFilter(new FilterHolder(new ShiroFilter()), "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(new ServletHolder(new Shiro()), "/*");
    server.setHandler(context);
    server.start();
    server.join();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    switch (request.getPathInfo()) {
      case "/label" -> {
        var cookie = new Cookie("label", request.getParameter("label"));
        cookie.setMaxAge(31536000);
        cookie.setPath("/");
        response.addCookie(cookie);
        response.sendRedirect("/");
      }
      case "/login" -> show(response, """
          <form id="login" method="post" action="/login"><input type="text" name="username"><input type="password" name="password">
          <input type="checkbox" name="rememberMe" value="true"><input type="submit" value="Login"></form>""");
      case "/wines", "/wines/old" -> show(response, """
          <form id="note" method="post" action="/wines"><input type="text" name="wine"><input type="submit"></form>""");
      default -> show(response, String.join("<br>", WINES));
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getPathInfo().equals("/login")) {
      show(response, "<p>" + request.getAttribute("shiroLoginFailure") + "</p>");
      return;
    }
    WINES.add(request.getParameter("wine"));
    response.sendRedirect("/wines");
  }

  private static void show(HttpServletResponse response, String body) throws IOException {
    var subject = SecurityUtils.getSubject();
    var known = subject.isAuthenticated() || subject.isRemembered();
    response.setContentType("text/html; charset=utf-8");
    response.getWriter().println("""
        <!doctype html><title>Cellar</title><link rel="icon" href="data:,"><h1><a href="/">Cellar</a></h1>
        <a id="theme" href="/label?label=large">large</a>"""
        + (known ? " <a id=\"logout\" href=\"/logout\">Log out</a>" : " <a href=\"/login\">Log in</a>") + body);
  }
}
