<%@ Page Language="C#" %>
<script runat="server">
  void Add(object sender, EventArgs e) {
    Session["order"] = Order.Text;
    Response.Redirect("Stock.aspx");
  }
  void Out(object sender, EventArgs e) {
    FormsAuthentication.SignOut();
    Response.Redirect("Default.aspx");
  }
</script>
<!doctype html><html><head><title>Stock</title><link rel="icon" href="data:,"></head><body>
<h1>Stock of <%= User.Identity.Name %></h1><p><%= HttpUtility.HtmlEncode(Session["order"] as string) %></p>
<form id="note" runat="server"><asp:TextBox id="Order" runat="server" /><asp:Button id="Send" OnClick="Add" Text="Add" runat="server" />
<asp:LinkButton id="logout" OnClick="Out" Text="Signout" runat="server" /></form></body></html>
