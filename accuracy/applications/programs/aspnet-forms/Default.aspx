<%@ Page Language="C#" %>
<script runat="server">
  void Page_Load(object sender, EventArgs e) {
    if (Request.QueryString["paper"] != null) {
      Response.Cookies.Add(new HttpCookie("paper", Request.QueryString["paper"]) { Expires = DateTime.Now.AddYears(1) });
      Response.Redirect("Default.aspx");
    }
    Session["visits"] = (Session["visits"] as int? ?? 0) + 1;
  }
</script>
<!doctype html><html><head><title>Stationer</title><link rel="icon" href="data:,"></head><body>
<h1>Stationer</h1><a id="theme" href="Default.aspx?paper=blue">blue</a> <a href="Orders.aspx">Orders</a>
<p>Visit <%= Session["visits"] %></p></body></html>
